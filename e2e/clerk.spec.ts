import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { HELD } from './support/own-records.js'
import { apply, chip, choose, counts, facet, hits, openFilters, searchField, total } from './support/pages.js'
import { expect, test } from './support/test.js'

const DISTRICT = '青梧区人民政府'
const OFFICE = '青梧区人民政府办公室'

const dates = (page: Page): Promise<string[]> =>
  hits(page)
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))

/** The addresses of the page's hits, without what they were found by. */
const addresses = (page: Page): Promise<string[]> =>
  hits(page)
    .locator('h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.replace(/[?#].*/, '')))

test.describe('工作人员筛选', () => {
  test('多选发布机构：别的机构的数字不变，篇数等于所选数字之和，条件可以一个一个去掉', async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.goto('/search')
    const before = await counts(page, '发布机构')
    await choose(page, '发布机构', DISTRICT, javaScriptEnabled)
    expect(await counts(page, '发布机构')).toEqual(before)
    expect(await total(page)).toBe(before[DISTRICT])
    await choose(page, '发布机构', OFFICE, javaScriptEnabled)
    expect(await counts(page, '发布机构')).toEqual(before)
    expect(await total(page)).toBe(before[DISTRICT]! + before[OFFICE]!)
    await expect(page).toHaveURL(
      (url) => url.searchParams.getAll('issuer').sort().join() === [DISTRICT, OFFICE].sort().join(),
    )
    await expect(facet(page, '发布机构')).toContainText('已选 2')

    await page.getByRole('link', { name: `移除条件：发布机构 ${DISTRICT}`, exact: true }).click()
    await expect(page.locator('a.chip')).toHaveCount(1)
    expect(await total(page)).toBe(before[OFFICE])
    await page.getByRole('link', { name: `移除条件：发布机构 ${OFFICE}`, exact: true }).click()
    await expect(page.locator('a.chip')).toHaveCount(0)
    expect(await total(page)).toBe(HELD)
  })

  test('导出表格：筛选后的全部文件，不限于当前一页', async ({ page, javaScriptEnabled }) => {
    await page.goto('/search')
    await choose(page, '发布机构', DISTRICT, javaScriptEnabled)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出表格（CSV）' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('检索结果.csv')
    const [headings, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(headings).toContain('名称,发布机构')
    expect(rows).toHaveLength(await total(page))
    expect(rows.every((row) => row.includes(DISTRICT))).toBe(true)
    const shown = await addresses(page)
    expect(rows.slice(0, shown.length).map((row) => new URL(row.split(',').at(-1)!).pathname)).toEqual(shown)
  })

  test('主题分类：大类包含小类，小类篇数与显示的数字相同', async ({ page, javaScriptEnabled }) => {
    await page.goto('/search')
    const before = await counts(page, '主题分类')
    const [parent, child] = ['综合政务', '综合政务/政务公开']
    await choose(page, '主题分类', child, javaScriptEnabled)
    expect(await total(page)).toBe(before[child])
    expect(await counts(page, '主题分类')).toEqual(before)
    await chip(page, child).click()
    await expect(page.locator('a.chip')).toHaveCount(0)
    await choose(page, '主题分类', parent, javaScriptEnabled)
    expect(await total(page)).toBe(before[parent])
    const children = Object.entries(before).filter(([path]) => path.startsWith(`${parent}/`))
    expect(children.length).toBeGreaterThan(1)
    expect(before[parent]).toBeGreaterThanOrEqual(Math.max(...children.map(([, count]) => count)))
  })

  test('年份、有效性与日期可以同时用：每加一项只会更少，篇数等于所示数字，列出的都符合', async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.goto('/search')
    await choose(page, '成文年份', '2021', javaScriptEnabled)
    const inYear = await total(page)
    expect(inYear).toBe((await counts(page, '成文年份'))['2021'])
    const validity = await counts(page, '有效性')
    await choose(page, '有效性', '有效', javaScriptEnabled)
    expect(await total(page)).toBe(validity['有效'])

    await openFilters(page)
    await page.getByLabel('起', { exact: true }).fill('2021年3月')
    await page.getByLabel('止', { exact: true }).fill('2021-09-30')
    await page.getByLabel('止', { exact: true }).press('Enter')
    await expect(page.locator('a.chip')).toHaveCount(4)
    const left = await total(page)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(validity['有效']!)
    const written = await dates(page)
    expect(written).toHaveLength(Math.min(left, 10))
    for (const date of written) expect(date >= '2021-03-01' && date <= '2021-09-30').toBe(true)

    for (const rest of [3, 2, 1, 0]) {
      await page.locator('a.chip').last().click()
      await expect(page.locator('a.chip')).toHaveCount(rest)
    }
    expect(await total(page)).toBe(HELD)
  })

  test('每个筛选值的数字都等于只选它时的篇数', async ({ request, page }) => {
    await page.goto('/search?q=通知')
    const expected = await total(page)
    for (const [label, name] of [
      ['发布机构', 'issuer'],
      ['主题分类', 'topic'],
      ['成文年份', 'year'],
      ['有效性', 'validity'],
    ] as const) {
      for (const [value, count] of Object.entries(await counts(page, label)).slice(0, 6)) {
        const query = new URLSearchParams({ q: '通知', [name]: value, per_page: '1' })
        const answer = (await (await request.get(`/api/search?${query.toString()}`)).json()) as { total: number }
        expect([value, answer.total]).toEqual([value, count])
      }
    }
    const years = Object.values(await counts(page, '成文年份')).reduce((sum, count) => sum + count, 0)
    expect(years).toBe(expected)
  })

  test('排序、翻页与每页篇数：逐页翻完，篇数与总数相同，没有重复，也没有遗漏', async ({ page }) => {
    await page.goto('/search?q=通知&per_page=20')
    await page.getByRole('navigation', { name: '排序' }).getByRole('link', { name: '最早在前' }).click()
    await expect(page).toHaveURL(/sort=oldest/)
    await expect(page).toHaveURL(/per_page=20/)
    const all = await total(page)
    const seen: string[] = []
    const written: string[] = []
    for (;;) {
      seen.push(...(await addresses(page)))
      written.push(...(await dates(page)))
      const next = page.getByRole('link', { name: '下一页' })
      if ((await next.count()) === 0) break
      const before = page.url()
      await next.click()
      await expect(page).not.toHaveURL(before)
    }
    expect(seen).toHaveLength(all)
    expect(new Set(seen).size).toBe(all)
    expect(written).toEqual([...written].sort())

    await page.getByRole('navigation', { name: '排序' }).getByRole('link', { name: '最新在前' }).click()
    await expect(page).toHaveURL(/sort=newest/)
    const newest = await dates(page)
    expect(newest[0]).toBe(written.at(-1))
    expect(newest).toEqual([...newest].sort().reverse())
  })

  test('筛选、检索词和排序都在网址里，复制网址看到同样的结果', async ({ page, context, javaScriptEnabled }) => {
    await page.goto('/search?q=补贴&sort=oldest')
    await choose(page, '有效性', '有效', javaScriptEnabled)
    const [url, found, first] = [page.url(), await total(page), await addresses(page)]
    const other = await context.newPage()
    await other.goto(url)
    expect(await total(other)).toBe(found)
    expect(await addresses(other)).toEqual(first)
    await expect(searchField(other)).toHaveValue('补贴')
  })

  test('后退回到原来的条件', async ({ page, javaScriptEnabled }) => {
    await page.goto('/search')
    await choose(page, '成文年份', '2020', javaScriptEnabled)
    await choose(page, '成文年份', '2022', javaScriptEnabled)
    await page.goBack()
    await expect(page.locator('a.chip')).toHaveText([/2020/])
    await expect(facet(page, '成文年份').locator('input[value="2020"]')).toBeChecked()
    await expect(facet(page, '成文年份').locator('input[value="2022"]')).not.toBeChecked()
  })

  test('日期写好就生效：写完一端去写另一端，正在写的不丢；写错的说明错在哪里', async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, '没有脚本时由按钮应用')
    await page.goto('/search?sort=oldest')
    const [from, to] = [page.getByLabel('起', { exact: true }), page.getByLabel('止', { exact: true })]
    await from.fill('2021')
    await from.press('Tab')
    await page.keyboard.type('20')
    await expect(page.locator('a.chip')).toHaveText([/成文不早于/])
    await expect(to).toBeFocused()
    await expect(to).toHaveValue('20')
    await page.keyboard.type('22')
    await page.keyboard.press('Tab')
    await expect(page.locator('a.chip')).toHaveText([/成文不早于/, /成文不晚于/])
    for (const date of await dates(page)) expect(date >= '2021' && date < '2023').toBe(true)

    await to.fill('后年')
    await to.press('Tab')
    await expect(to).toHaveAttribute('aria-invalid', 'true')
    await expect(to).toHaveAccessibleDescription(/“后年”不是日期/)
    await expect(page.locator('.dates')).toContainText('“后年”不是日期')
    await expect(page.locator('a.chip')).toHaveCount(2)
    await to.fill('')
    await to.press('Tab')
    await expect(page.locator('a.chip')).toHaveText([/成文不早于/])
    await expect(page.locator('.dates')).not.toContainText('不是日期')
  })

  test('日期由按钮或回车应用，只填一端也可以', async ({ page, javaScriptEnabled }) => {
    await page.goto('/search?sort=oldest')
    await openFilters(page)
    await page.getByLabel('起', { exact: true }).fill('2025')
    if (javaScriptEnabled) await page.getByLabel('起', { exact: true }).press('Enter')
    else await apply(page, javaScriptEnabled)
    await expect(page.locator('a.chip')).toHaveText([/成文不早于/])
    for (const date of await dates(page)) expect(date >= '2025').toBe(true)
  })
})
