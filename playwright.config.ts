import { defineConfig, devices } from '@playwright/test'

/** Chromium refuses its sandbox to root; and what it fetches for itself in the background is none of ours. */
const isRoot = process.getuid?.() === 0
const args = ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])]
const browser = process.env['ZHENGYAN_BROWSER']

/** Stories that hold with and without scripts. */
const STORIES = /(citizen|clerk|journalist|errors)\.spec\.ts$/
const PHONE = /(citizen|phone)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/global-setup.ts',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // The JSON goes to the file that PLAYWRIGHT_JSON_OUTPUT_NAME names; without one it would be printed over the list.
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['json'] as ['json']] : [])],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [
    { name: 'desktop', testIgnore: /phone\.spec\.ts$/ },
    {
      name: 'phone',
      testMatch: PHONE,
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
    },
    { name: 'no-js', testMatch: STORIES, use: { javaScriptEnabled: false } },
  ],
})
