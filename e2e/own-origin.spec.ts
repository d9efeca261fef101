import { expect, test } from './support/test.js'

/** That no request leaves the site is asked of every test (support/test.ts); here it is shown that the asking works. */
test.describe('页面只用本站的东西', () => {
  const PAGES = ['/', '/search?q=电梯', '/d/482915607-2023-00118', '/help', '/advanced', '/nothing']

  test('没有外站的样式、脚本、图片，也没有内嵌脚本', async ({ page, baseURL }) => {
    for (const address of PAGES) {
      const response = await page.goto(address)
      expect(response!.headers()['content-security-policy']).toContain("default-src 'none'")
      const sources = (await page.evaluate(
        `[...document.querySelectorAll('[src], link[href]')].map((node) => node.src || node.href)`,
      )) as string[]
      expect(sources.length).toBeGreaterThan(0)
      for (const source of sources) expect(new URL(source).origin).toBe(baseURL)
      await expect(page.locator('script:not([src]), [style], [onclick]')).toHaveCount(0)
    }
  })

  test('浏览器真的拒绝页面去取外站的东西', async ({ context, baseURL }) => {
    // A page that is not watched like the others: what it is made to try here would be a failure there.
    const page = await context.newPage()
    await page.goto(baseURL!)
    const refused = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
      fetch('http://127.0.0.1:9/').catch(() => undefined)
    })`)
    expect(refused).toBe('connect-src')
  })
})
