import { choose, counts, facet, hits, openFilters, search, searchField, total } from './support/pages.js'
import { expect, test } from './support/test.js'

const PAGES = [
  '/',
  '/search',
  '/search?q=加装电梯&issuer=青梧区人民政府&year=2019&from=2016&to=2025',
  '/search?q="火星移民签证"',
  '/search?q=' + '长'.repeat(300),
  '/search?q=电梯&from=昨天',
  '/d/482915607-2023-00004',
  '/d/482915607-2019-00112?q=加装电梯',
  '/d/700900100-2024-00001',
  '/help',
  '/advanced',
  '/w/国发/2099/1',
  '/w/测发/2021/8',
  '/w/青梧政发/2021',
  '/search?q=电梯 夜市 火星移民',
  '/search?q=青梧政发2021 4号',
  '/d/700900100-2022-00006',
  '/d/700900100-2022-00006?version=1',
  '/d/700900100-2022-00007',
  '/d/700900100-2023-00008',
  '/quality',
  '/quality?kind=code_body',
  '/没有这个页面',
]

test.describe('手机上', () => {
  test('360 像素宽时，每种页面都不必左右滑动', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const address of PAGES) {
      await page.goto(address)
      const [needed, shown] = (await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )) as [number, number]
      expect.soft(shown, address).toBeLessThanOrEqual(360)
      expect.soft(needed, address).toBeLessThanOrEqual(shown)
    }
  })

  // Letters are 112.5 % of the browser's own.
  test('文字放大一倍，各种页面仍不必左右滑动，检索框占满一行', async ({ page }) => {
    for (const address of PAGES) {
      await page.goto(address)
      await page.evaluate('document.documentElement.style.fontSize = "225%"')
      const spill = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect.soft([address, spill]).toEqual([address, 0])
    }
    await page.goto('/')
    await page.evaluate('document.documentElement.style.fontSize = "225%"')
    const [field, box] = [await searchField(page).boundingBox(), await page.locator('.search-box').boundingBox()]
    expect(field!.width).toBe(box!.width)
  })

  test('文字放大一倍，文件信息和已选条件不会挤成一字一行', async ({ page }) => {
    const enlarged = async (address: string, element: string) => {
      await page.goto(address)
      await page.evaluate('document.documentElement.style.fontSize = "225%"')
      const { width, height } = (await page.locator(element).first().boundingBox())!
      return width / height
    }
    expect(await enlarged('/d/482915607-2016-00141', '.metadata td')).toBeGreaterThan(2)
    expect(await enlarged('/search?validity=尚未生效', '.chip')).toBeGreaterThan(2)
  })

  test('正文左对齐，数字前后的字不会被拉开', async ({ page }) => {
    await page.goto('/d/482915607-2016-00141')
    await expect(page.locator('.para--text').first()).toHaveCSS('text-align', 'start')
  })

  test('打开筛选、连选两个机构、收起，看到的就是这两个机构的文件', async ({ page }) => {
    await page.goto('/search')
    await expect(facet(page, '发布机构')).toBeHidden()
    await openFilters(page)
    await expect(facet(page, '发布机构')).toBeInViewport()
    const shown = await counts(page, '发布机构')
    await choose(page, '发布机构', '青梧区民政局', true)
    await choose(page, '发布机构', '青梧区教育局', true)
    expect(await total(page)).toBe(shown['青梧区民政局']! + shown['青梧区教育局']!)
    for (const hit of await hits(page).all()) await expect(hit).toContainText(/民政局|教育局/)
  })

  test('写好日期就收起筛选，看到的就是那些年份的文件', async ({ page }) => {
    await page.goto('/search')
    await openFilters(page)
    await page.getByLabel('起', { exact: true }).fill('2023')
    await page.getByRole('link', { name: '收起筛选，查看结果' }).tap()
    await expect(page.locator('a.chip')).toHaveText([/成文不早于 2023年/])
    await expect(facet(page, '发布机构')).toBeHidden()
    for (const hit of await hits(page).all()) await expect(hit.locator('time').first()).toContainText(/202[3-9]年/)
  })

  test('正文从第一屏开始，其余文件信息收着，点开就有', async ({ page }) => {
    await page.goto('/d/482915607-2016-00141')
    await expect(page.locator('#p1')).toBeInViewport()
    const indexNumber = page.getByRole('row', { name: '索引号' })
    await expect(indexNumber).toBeHidden()
    await page.getByText('更多文件信息').click()
    await expect(indexNumber).toBeVisible()
  })

  test('表格在自己的框里左右滑动，用键盘也可以；每一行仍是一段', async ({ page, request }) => {
    await page.goto('/d/700900100-2023-00008#p4')
    const table = page.getByRole('group', { name: '表格（第 2 至 5 段）' })
    await expect(table.getByRole('columnheader').nth(2)).toHaveText('总产量（万吨）')
    await expect(page.locator('tr:target')).toBeInViewport()
    const answer = await request.get('/api/documents/700900100-2023-00008')
    const { paragraphs } = (await answer.json()) as { paragraphs: string[] }
    const cells = await page.locator('tr:target td').allInnerTexts()
    expect(cells.slice(0, -1).join('　')).toBe(paragraphs[3])
    await expect(page.getByRole('link', { name: '第 4 段的永久链接' })).toHaveAttribute('href', /#p4$/)

    // Shaded at the edge while a part of it is out of sight.
    await expect(table).toHaveCSS('background-attachment', 'local, scroll')

    await table.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  })

  test('由段落链接进入已废止的文件和历史版本，屏幕上就说明，也不挡住那一段', async ({ page }) => {
    for (const [address, said] of [
      ['/d/482915607-2016-00141#p6', '废止'],
      ['/d/700900100-2022-00006?version=1#p2', '历史版本'],
      ['/d/700900100-2022-00006#p2', '收录后有改动'],
    ] as const) {
      await page.goto(address)
      const note = page.locator('.standing').filter({ hasText: said })
      await expect(note, address).toBeInViewport()
      const [above, target] = [await note.boundingBox(), await page.locator('p:target').boundingBox()]
      expect(target!.y, address).toBeGreaterThanOrEqual(above!.y + above!.height)
    }
    await page.goto('/d/482915607-2023-00118#p9')
    await expect(page.locator('.standing')).toHaveCount(0)
  })

  test('检索框和按钮够大，点得到', async ({ page }) => {
    await page.goto('/')
    for (const control of [searchField(page), page.getByRole('button', { name: '检索' })]) {
      expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(40)
    }
    await search(page, '公交线路')
    await expect(hits(page).first()).toBeVisible()
  })
})
