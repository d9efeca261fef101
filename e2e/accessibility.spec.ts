import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { facet, hits, searchField, total } from './support/pages.js'
import { expect, test } from './support/test.js'

/** Every kind of page there is. */
const PAGES = {
  首页: '/',
  全部文件: '/search',
  检索结果: '/search?q=加装电梯 补贴&issuer=青梧区人民政府&validity=有效&from=2016',
  逐字匹配: '/search?q=营商环境&mode=exact&page=2&per_page=5',
  没有结果: '/search?q="火星移民签证"&year=2021',
  超出页数: '/search?page=99',
  条件有误: '/search?q=电梯&from=昨天&issuer=青梧区民政局',
  正文: '/d/482915607-2023-00004?q=经济',
  已修改的文件: '/d/482915607-2019-00112#p9',
  已废止的文件: '/d/700900100-2021-00005',
  帮助: '/help',
  高级检索: '/advanced?none=草案',
  没有的页面: '/nothing',
  检索符号: '/search?q=电梯|养老 -补贴 "通知',
  没有收录的文号: '/search?q=青梧政发2021 4号',
  文号序列: '/w/青梧政发/2021',
  没有的文号: '/w/国发/2099/1',
  没有的文号序列: '/w/国发/2099',
  重复的文号: '/w/测发/2021/8',
  词语不全的结果: '/search?q=电梯 夜市 火星移民',
  有历次版本的文件: '/d/700900100-2022-00006',
  历史版本: '/d/700900100-2022-00006?version=1',
  有表格的文件: '/d/700900100-2023-00008?q=总产量#p3',
  已移出的文件: '/d/700900100-2022-00007',
  档案质量: '/quality',
  一类问题: '/quality?kind=code_body',
}

const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong, by rule; of a page that only changed its colours nothing but these is looked at again. */
async function violationsOf(page: Page, colorScheme: 'light' | 'dark'): Promise<[string, string[]][]> {
  await page.emulateMedia({ colorScheme })
  const axe = new AxeBuilder({ page })
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(OF_COLOURS) : axe).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])
}

test.describe('无障碍检查（axe）和页面的骨架', () => {
  for (const [name, address] of Object.entries(PAGES)) {
    test(`${name}：浅色和深色都没有问题；一个一级标题，标题逐级而下，页首、正文、页脚各一`, async ({ page }) => {
      test.slow()
      await page.goto(address)
      for (const colorScheme of ['light', 'dark'] as const) {
        expect([colorScheme, await violationsOf(page, colorScheme)]).toEqual([colorScheme, []])
      }
      await expect(page.locator('h1')).toHaveCount(1)
      // A paragraph that is set as a heading of a text takes its level from the text's own outline.
      const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])))
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
      for (const landmark of ['banner', 'main', 'contentinfo'] as const)
        await expect(page.getByRole(landmark)).toHaveCount(1)
    })
  }
})

/** Presses Tab until the control has the focus; throws where that never happens. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((node) => node === node.ownerDocument.activeElement)) return
  }
  throw new Error('not reached by Tab')
}

test.describe('系统配色（高对比度）', () => {
  test('所指的段落、当前的排序和页码有边框，不只靠底色', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/d/482915607-2023-00118#p9')
    await expect(page.locator('p:target')).toHaveCSS('outline-style', 'solid')
    await page.goto('/search?per_page=20')
    for (const current of ['.sorts a[aria-current]', '.pager a[aria-current]']) {
      await expect(page.locator(current)).toHaveCSS('outline-style', 'solid')
    }
  })
})

test.describe('只用键盘', () => {
  test('第一个 Tab 是“跳到正文”，看得见，回车就到正文', async ({ page }) => {
    for (const address of ['/', '/search?q=电梯', '/d/482915607-2023-00118', '/help']) {
      await page.goto(address)
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: '跳到正文' })
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
    }
  })

  test('从首页检索、勾选、读到正文、复制段落链接，全程不碰鼠标；焦点看得见，勾选后不丢', async ({ page }) => {
    await page.goto('/')
    await tabTo(page, searchField(page))
    await page.keyboard.type('加装电梯')
    await page.keyboard.press('Enter')
    await expect(hits(page).first()).toBeVisible()

    const box = facet(page, '发布机构').getByRole('checkbox').first()
    const expected = Number(
      await facet(page, '发布机构')
        .locator('.facet__count')
        .first()
        .evaluate((node) => node.firstChild!.textContent),
    )
    await tabTo(page, box)
    await page.keyboard.press('Space')
    await expect(page.locator('a.chip')).toHaveCount(1)
    expect(await total(page)).toBe(expected)
    await expect(box).toBeChecked()
    await expect(box).toBeFocused()
    await expect(page.locator('#announce')).toHaveText(new RegExp(`结果已更新.*${expected} 篇`))

    const title = hits(page).first().getByRole('heading').getByRole('link')
    await tabTo(page, title)
    expect(
      await title.evaluate((node) => node.ownerDocument.defaultView!.getComputedStyle(node).outlineStyle),
    ).not.toBe('none')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/d\//)
    const permalink = page.getByRole('link', { name: '第 1 段的永久链接' })
    await tabTo(page, permalink)
    await expect(permalink).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#p1$/)
  })

  test('结果页上可以跳过筛选，下一个焦点就是第一份文件', async ({ page, isMobile }) => {
    test.skip(isMobile, '手机上筛选是收起的')
    await page.goto('/search?q=电梯')
    const skip = page.getByRole('link', { name: '跳过筛选，到文件列表' })
    await tabTo(page, skip)
    expect((await skip.boundingBox())!.height).toBeGreaterThan(15)
    await page.keyboard.press('Enter')
    await expect(page.locator('#list')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(hits(page).first().getByRole('heading').getByRole('link')).toBeFocused()
  })

  test('文字放大一倍，内容仍在，不必左右滑动', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 800 })
    for (const address of ['/', '/search?q=电梯', '/d/482915607-2023-00118']) {
      await page.goto(address)
      await page.evaluate('document.documentElement.style.fontSize = "200%"')
      const spill = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect([address, spill]).toEqual([address, 0])
    }
  })
})
