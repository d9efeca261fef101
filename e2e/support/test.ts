import path from 'node:path'
import { test as base, expect } from '@playwright/test'

export { expect }

interface Archive {
  dataDir: string
  /** The folder of the records that are not the sample's. */
  own: string
}

/**
 * A test of the running site. Of each it is also asked that no request left the site, that no script failed, and that
 * nothing broke the page's own rules about where scripts and styles come from.
 */
export const test = base.extend<{ archive: Archive; wellBehaved: void }>({
  baseURL: async ({}, use) => use(process.env['ZHENGYAN_E2E_URL']!),
  archive: async ({}, use) => {
    const home = process.env['ZHENGYAN_E2E_HOME']!
    await use({ dataDir: path.join(home, 'data'), own: path.join(home, 'own') })
  },
  wellBehaved: [
    async ({ page, baseURL }, use) => {
      const elsewhere: string[] = []
      const failures: string[] = []
      page.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol !== 'data:' && url.origin !== baseURL) elsewhere.push(request.url())
      })
      page.on('pageerror', (error) => failures.push(error.message))
      page.on('console', (message) => {
        // That a page has the status of an error is what some tests are about.
        const isStatus = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isStatus) failures.push(message.text())
      })
      await use()
      expect(elsewhere).toEqual([])
      expect(failures).toEqual([])
    },
    { auto: true },
  ],
})
