import { expect, test } from './support/test.js'

test.describe('打印', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }))

  test('结果页印出检索词、条件和段落号，不印只能点的东西', async ({ page }) => {
    await page.goto('/search?q=补贴 标准&validity=有效&mode=')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('“补贴 标准”的检索结果')
    expect((await page.getByRole('heading', { level: 1 }).boundingBox())!.height).toBeGreaterThan(10)
    await expect(page.locator('a.chip')).toBeVisible()
    await expect(page.locator('.snippet__link').first()).toHaveText(/第 \d+ 段/)
    await expect(page.locator('.snippet__link').first()).toBeVisible()
    for (const label of ['改用逐字匹配', '清除全部条件', '✕', '筛选', '下一页', '导出表格（CSV）']) {
      await expect(page.getByText(label, { exact: true }).filter({ visible: true }), label).toHaveCount(0)
    }
  })

  test('文件页不印按钮和屏幕上的提示条', async ({ page }) => {
    await page.goto('/d/482915607-2016-00141?q=补贴')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.banner')).toContainText('本文件已被废止')
    await page.setViewportSize({ width: 600, height: 800 })
    await expect(page.getByRole('row', { name: '索引号' })).toBeVisible()
    for (const screenOnly of [
      '.mark-steps',
      '.copy',
      '.metadata__series',
      '.standing',
      '.site-header',
      '.para__link',
    ]) {
      await expect(page.locator(screenOnly).filter({ visible: true }), screenOnly).toHaveCount(0)
    }
  })
  test('没有目录的文件，横放的纸用满', async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 800 })
    await page.goto('/d/700900100-2022-00006')
    await expect(page.locator('.document--plain')).toBeVisible()
    expect((await page.locator('.text').boundingBox())!.width).toBe(1200)
  })
})
