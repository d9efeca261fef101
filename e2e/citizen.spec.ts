import { hits, search, searchField, total } from './support/pages.js'
import { OWN_RECORDS } from './support/own-records.js'
import { expect, test } from './support/test.js'

const LIFTS = /加装电梯/

test.describe('市民查政策', () => {
  test('从首页输入几个词，前三条里就有要找的文件，摘要标出匹配的字，点开能读', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveTitle(/政言/)
    await search(page, '加装电梯 补贴')
    const firstThree = hits(page).filter({ has: page.getByRole('heading', { name: LIFTS }) })
    expect(await firstThree.count()).toBeGreaterThan(0)
    const titles = await hits(page).getByRole('heading').allInnerTexts()
    expect(titles.slice(0, 3).some((title) => title.includes('既有住宅加装电梯'))).toBe(true)

    const marks = await hits(page).first().locator('.snippet mark').allInnerTexts()
    expect(marks.length).toBeGreaterThan(0)
    // 补助 is what else 补贴 is called.
    for (const mark of marks) expect('加装电梯补贴、补助').toContain(mark)

    const title = (await hits(page).first().getByRole('heading').innerText()).trim()
    await hits(page).first().getByRole('heading').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title.split('\n')[0]!)
    await expect(page.getByRole('row', { name: /^发布机构/ })).toContainText(/办事处|政府|局/)
    await expect(page.locator('.text mark').first()).toBeVisible()
    await page.getByRole('link', { name: '返回检索结果' }).click()
    await expect(searchField(page)).toHaveValue('加装电梯 补贴')
  })

  test('用一整句话提问，前三条里有讲补贴标准的文件，有一段摘要说到金额', async ({ page }) => {
    await page.goto('/')
    await search(page, '老旧小区加装电梯有什么补贴？')
    const titles = await hits(page).getByRole('heading').allInnerTexts()
    expect(titles.slice(0, 3).filter((title) => title.includes('加装电梯')).length).toBeGreaterThan(0)
    const snippets = (await hits(page).locator('.snippet__text').allInnerTexts()).slice(0, 6).join('\n')
    expect(snippets).toMatch(/补贴[\s\S]*万元|万元[\s\S]*补贴/)
  })

  test('摘要后面的段落链接直接打开那一段', async ({ page }) => {
    await page.goto('/search?q=加装电梯')
    const link = hits(page).first().locator('.snippet__link').first()
    const number = /\d+/.exec(await link.innerText())![0]
    await link.click()
    await expect(page).toHaveURL(new RegExp(`#p${number}$`))
    await expect(page.locator(`#p${number}`)).toBeInViewport()
    await expect(page.locator(`#p${number} mark`).first()).toHaveText(/加装|电梯/)
  })

  test('什么也没有时，页面用平实的话说明，并给出能点的办法', async ({ page }) => {
    await page.goto('/search?q="火星移民签证"&year=2021')
    expect(await total(page)).toBe(0)
    await expect(page.getByRole('heading', { name: '没有找到符合条件的文件' })).toBeVisible()
    await expect(searchField(page)).toHaveValue('"火星移民签证"')
    await expect(hits(page)).toHaveCount(0)
    await page.getByRole('link', { name: '查看全部文件' }).click()
    await expect(hits(page)).toHaveCount(10)
  })

  test('输入简体找得到繁体的文件，标出的正是原文里的字', async ({ page }) => {
    await page.goto('/')
    await search(page, '"乡村图书馆建设"')
    await expect(hits(page)).toHaveCount(1)
    await expect(hits(page).getByRole('heading')).toContainText(OWN_RECORDS.traditional.title)
    await expect(hits(page).getByRole('heading').locator('mark')).toHaveText('鄉村圖書館建設')
  })

  test('输入繁体找得到简体的文件', async ({ page }) => {
    await page.goto('/')
    await search(page, '"既有住宅加裝電梯實施辦法"')
    expect(await total(page)).toBeGreaterThan(0)
    await expect(hits(page).locator('mark').first()).toHaveText('既有住宅加装电梯实施办法')
  })

  test('生僻字和表情符号照原样显示，标记不会切开它们', async ({ page }) => {
    await page.goto('/')
    await search(page, '"𠮷祥路"')
    await expect(hits(page)).toHaveCount(1)
    const marks = await hits(page).locator('mark').allInnerTexts()
    expect(new Set(marks)).toEqual(new Set(['𠮷祥路']))
    await hits(page).getByRole('heading').getByRole('link').click()
    const paragraphs = page.locator('.text p')
    for (const [n, text] of OWN_RECORDS.surrogates.text.entries()) await expect(paragraphs.nth(n)).toContainText(text)
    await expect(page.locator('#p2 mark')).toHaveText(['𠮷祥路', '𠮷祥路'])
  })

  test('名称和正文里的代码只当作文字', async ({ page }) => {
    await page.goto('/')
    await search(page, '标签管理')
    const hit = hits(page).filter({ hasText: '标签管理的通知' })
    await expect(hit.getByRole('heading')).toContainText(OWN_RECORDS.markup.title)
    await expect(hit).toContainText(OWN_RECORDS.markup.issuer)
    await hit.getByRole('heading').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(OWN_RECORDS.markup.title)
    for (const text of OWN_RECORDS.markup.text) await expect(page.locator('.text')).toContainText(text)
    await expect(page.locator('main script, main img, main b')).toHaveCount(0)
    expect(await page.evaluate('window.broken')).toBeUndefined()
  })

  test('失效、废止的文件在结果和正文页上都有文字提示', async ({ page }) => {
    await page.goto('/search?q="关于冬播的通知"')
    await expect(hits(page).first()).toContainText('废止')
    await hits(page).first().getByRole('heading').getByRole('link').click()
    await expect(page.getByRole('region', { name: '效力提示' })).toContainText('已被废止')
  })

  test('首页写明馆藏，每个数字都能点开，打开的篇数与数字相同', async ({ page }) => {
    await page.goto('/')
    const link = page.getByRole('region', { name: '发布机构' }).getByRole('link').first()
    const [name, count] = (await link.innerText()).split(/\s+(?=\d)/) as [string, string]
    await link.click()
    await expect(page.locator('a.chip')).toContainText(name)
    expect(await total(page)).toBe(Number.parseInt(count))
  })
})
