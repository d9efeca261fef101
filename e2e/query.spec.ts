import { hits, search, searchField, total } from './support/pages.js'
import { expect, test } from './support/test.js'

test('检索后的网址里没有空的条件', async ({ page }) => {
  await page.goto('/search?q=补贴')
  await search(page, '电梯')
  await expect(page).toHaveURL(/\/search\?q=[^&]+$/)
})

test.describe('检索式', () => {
  test('文号和索引号怎样写都行，直接打开那一份', async ({ page }) => {
    for (const typed of [
      '青梧政发2023 11号',
      '青梧政发（２０２３）第011号',
      '青梧政发二〇二三 11号',
      '482915607 2023 00118',
    ]) {
      await page.goto('/')
      await searchField(page).fill(typed)
      await page.getByRole('button', { name: '检索' }).first().click()
      await expect(page).toHaveURL(/\/d\/482915607-2023-00118$/)
    }
  })

  test('没有收录的文号：直说没有，并列出相邻的文号和整个序列', async ({ page }) => {
    await page.goto('/search?q=青梧政发2021 4号')
    await expect(page.getByRole('heading', { name: '未收录青梧政发〔2021〕4号' })).toBeVisible()
    await expect(page.getByRole('link', { name: '青梧政发〔2021〕3号' })).toBeVisible()
    await page.getByRole('link', { name: /件青梧政发〔2021〕文件/ }).click()
    await expect(page.getByText(/^共收录 \d+ 件/)).toBeVisible()
    await page.getByRole('link', { name: '第十四个五年规划' }).click()
    await expect(page.getByRole('row', { name: /^文号/ })).toContainText('青梧政发〔2021〕3号')
  })

  test('逐字匹配说出篇数和处数，一次点按换到最佳匹配，再一次回来', async ({ page }) => {
    await page.goto('/search?q=加装电梯&mode=exact')
    await expect(page.locator('.results__total')).toContainText(/逐字匹配，共 \d+ 篇 \d+ 处/)
    const exact = await total(page)
    await page.getByRole('link', { name: '改用最佳匹配' }).click()
    await expect(page.locator('.results__total')).not.toContainText('逐字匹配，')
    await page.getByRole('link', { name: '改用逐字匹配' }).click()
    await expect(page.locator('.results__total')).toContainText('处')
    expect(await total(page)).toBe(exact)
  })

  test('检索符号用平实的话复述，没有成对的引号给出规范的写法', async ({ page }) => {
    await page.goto('/')
    await search(page, '电梯｜养老 －补贴')
    await expect(page.getByText('查找：含“电梯”或“养老”，不含“补贴”')).toBeVisible()
    await search(page, '电梯 “补贴')
    await expect(page.getByText('引号没有成对，已把“补贴”当作一个整体查找。')).toBeVisible()
    await page.getByRole('link', { name: /^规范的写法/ }).click()
    await expect(searchField(page)).toHaveValue('电梯 "补贴"')
    await expect(page.getByText('引号没有成对')).toHaveCount(0)
  })

  test('高级检索：带着检索词和条件打开，四栏各填各的，结果正如所说', async ({ page }) => {
    await page.goto('/search?q=电梯&year=2021&year=2022&year=2023')
    const before = await total(page)
    await page.getByRole('main').getByRole('link', { name: '高级检索' }).click()
    await expect(page.getByLabel('包含全部词语')).toHaveValue('电梯')
    await page.getByLabel('包含任意一个词').fill('补贴 补助')
    await page.getByLabel('不包含').fill('规划')
    await page.getByRole('button', { name: '检索', exact: true }).click()
    await expect(page.getByText('逐字查找：含“电梯”，且含“补贴”或“补助”，不含“规划”')).toBeVisible()
    await expect(page.locator('a.chip')).toHaveCount(3)
    expect(await total(page)).toBeLessThan(before)
    expect(await total(page)).toBeGreaterThan(0)
  })

  test('没有结果时逐词、逐项说明，点开的篇数正如所说', async ({ page }) => {
    const address = '/search?q="电梯" "火星移民"&year=2021&from=2020'
    await page.goto(address)
    await expect(page.getByText('“火星移民”：没有任何文件包含')).toBeVisible()
    const links = page.locator('.zero .links a')
    expect(await links.count()).toBeGreaterThan(0)
    for (let index = 0; index < (await links.count()); index++) {
      const count = Number(/(\d+) 篇/.exec(await links.nth(index).innerText())![1])
      await page.goto((await links.nth(index).getAttribute('href'))!)
      expect(await total(page)).toBe(count)
      expect(await hits(page).count()).toBe(Math.min(count, 10))
      await page.goto(address)
    }
  })
})
