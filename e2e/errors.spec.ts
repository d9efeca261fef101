import { OWN_RECORDS } from './support/own-records.js'
import { hits, searchField } from './support/pages.js'
import { expect, test } from './support/test.js'

test.describe('出错时', () => {
  test('日期写错：400，说明哪里错、怎样写才对，写错的值和其余条件都留着，改了就能继续', async ({ page }) => {
    const response = await page.goto('/search?q=补贴&issuer=青梧区民政局&from=昨天')
    expect(response?.status()).toBe(400)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('昨天')
    await expect(alert).toContainText('2021-08')
    await expect(alert).toBeFocused()
    const from = page.getByLabel('起', { exact: true })
    await expect(from).toHaveValue('昨天')
    await expect(searchField(page)).toHaveValue('补贴')
    await from.fill('2016')
    await page.getByRole('button', { name: '检索' }).last().click()
    await expect(page).toHaveURL(/from=2016/)
    await expect(page).toHaveURL((url) => url.searchParams.get('issuer') === '青梧区民政局')
    expect(await hits(page).count()).toBeGreaterThan(0)
  })

  for (const [name, value] of [
    ['page', '-1'],
    ['per_page', '1000'],
    ['sort', 'best'],
    ['year', '二〇二一'],
  ] as const) {
    test(`${name}=${value}：400，说明这个值为什么不行`, async ({ page }) => {
      const response = await page.goto(`/search?q=电梯&${name}=${value}`)
      expect(response?.status()).toBe(400)
      await expect(page.getByRole('alert')).toContainText(value)
      await expect(searchField(page)).toHaveValue('电梯')
    })
  }

  test('没有的页面和没有的文件：404，有检索框，有回首页的路', async ({ page }) => {
    for (const address of ['/没有这个页面', '/d/700900100-1900-00001']) {
      expect((await page.goto(address))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/没有/)
      await expect(searchField(page)).toBeVisible()
      await page.getByRole('link', { name: '返回首页' }).click()
      await expect(page).toHaveURL(/\/$/)
    }
  })

  test('文号没有收藏：404，说出规范的文号，有没有文件提到它', async ({ page }) => {
    const response = await page.goto('/w/国发/2099/01')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('国发〔2099〕1号')
    await expect(page.getByText('也没有文件的正文提到“国发〔2099〕1号”。')).toBeVisible()
  })

  test('文号有收藏：直接打开那一份；怎样写都行', async ({ page }) => {
    for (const address of ['/w/青梧政发/2023/11', '/w/青梧政发/２０２３/011', '/w/青梧政发/2023/11号']) {
      await page.goto(address)
      await expect(page).toHaveURL(/\/d\/482915607-2023-00118$/)
    }
  })

  test('一个文号两份文件：列出来让人选', async ({ page }) => {
    await page.goto('/w/测发/2021/8')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('测发〔2021〕8号')
    for (const { title } of [OWN_RECORDS.sameNumberOne, OWN_RECORDS.sameNumberTwo]) {
      await expect(page.getByRole('link', { name: title })).toBeVisible()
    }
  })
})
