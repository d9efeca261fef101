import type { Locator } from '@playwright/test'
import { expect, test } from './support/test.js'

const left = async (element: Locator): Promise<number> => (await element.boundingBox())!.x
const right = async (element: Locator): Promise<number> => {
  const { x, width } = (await element.boundingBox())!
  return x + width
}

test.describe('版面', () => {
  test('各种页面的标题都从网站名称下面开始', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    for (const address of [
      '/help',
      '/advanced',
      '/nothing',
      '/w/青梧政发/2021',
      '/d/482915607-2016-00141',
      '/quality',
    ]) {
      await page.goto(address)
      expect.soft(await left(page.locator('h1')), address).toBe(await left(page.locator('.brand')))
    }
  })

  test('页首的检索框与正文一样宽', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 900 })
    await page.goto('/d/482915607-2016-00141')
    expect(await right(page.locator('.site-header .search-box__button'))).toBe(await right(page.locator('.site-nav')))
  })

  test('首页检索框的提示语在手机上完整，焦点框不被按钮挡住', async ({ page }) => {
    const field = page.locator('.hero .search-box__input')
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('/')
      const [needed, shown] = await field.evaluate((node) => {
        const { getComputedStyle, document } = node.ownerDocument.defaultView!
        const { fontSize, fontFamily } = getComputedStyle(node, '::placeholder')
        const { paddingLeft, paddingRight } = getComputedStyle(node)
        const pen = document.createElement('canvas').getContext('2d')!
        pen.font = `${fontSize} ${fontFamily}`
        const room = node.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
        return [pen.measureText(node.getAttribute('placeholder')!).width, room]
      })
      expect(needed, String(width)).toBeLessThanOrEqual(shown!)
    }
    // 3 px wide and 2 px away.
    expect(await left(page.locator('.hero .search-box__button'))).toBeGreaterThanOrEqual((await right(field)) + 5)
  })

  test('窄屏上，链接不从中间断开，换到下一行的从同一条边开始', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 })
    await page.goto('/search?q=加装电梯 补贴&issuer=青梧区人民政府')
    for (const link of await page.locator('.site-footer a').all()) {
      expect(await link.evaluate((node) => node.getClientRects().length), await link.innerText()).toBe(1)
    }
    for (const row of ['.results__total', '.choices', '.site-footer__links']) {
      const edge = await left(page.locator(row).first())
      const firsts = await page.locator(`${row} >> nth=0 >> > *`).evaluateAll((all) => {
        const boxes = all.map((node) => node.getBoundingClientRect())
        return boxes.filter(({ top }, index) => index === 0 || top >= boxes[index - 1]!.bottom).map(({ left }) => left)
      })
      expect(new Set(firsts), row).toEqual(new Set([edge]))
    }
  })
})
