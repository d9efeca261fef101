import { index, SAMPLE } from './support/command.js'
import { expect, test } from './support/test.js'

const SPEECH = '/d/482915607-2023-00118'

interface ApiDocument {
  paragraphs: string[]
  content_hash: string
}

test.describe('记者引用一段话', () => {
  test('段落链接打开的就是那一段：在屏幕上、加了底色、与接口给出的文字一字不差', async ({ page, request }) => {
    const { paragraphs } = (await (await request.get(`/api/documents/482915607-2023-00118`)).json()) as ApiDocument
    const last = paragraphs.length
    for (const n of [9, last]) {
      await page.goto('about:blank')
      await page.goto(`${SPEECH}#p${n}`)
      const paragraph = page.locator(`#p${n}`)
      await expect(paragraph).toBeInViewport()
      expect((await paragraph.innerText()).replace(/^¶\s*/, '').trim()).toBe(paragraphs[n - 1])
      const colour = await page.evaluate(`getComputedStyle(document.querySelector('#p${n - 1}')).backgroundColor`)
      await expect(paragraph).not.toHaveCSS('background-color', colour as string)
      await expect(page.locator('p:target')).toHaveId(`p${n}`)
    }
    await expect(page.locator('.text p')).toHaveCount(last)
  })

  test('地址所指的一段不存在：页面说共有几段；段落存在时不说', async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, '地址的这一部分不发给服务器')
    await page.goto(`${SPEECH}#p9999`)
    const note = page.getByRole('status').filter({ hasText: '没有第 9,999 段' })
    await expect(note).toContainText(`共 ${await page.locator('.text p').count()} 段`)
    await expect(note).toBeInViewport()
    await page.goto(`${SPEECH}#p9`)
    await expect(note).toBeHidden()
  })

  test('每段旁边有自己的链接，点它，地址栏里就是这一段的永久网址', async ({ page, baseURL }) => {
    await page.goto(`${SPEECH}?q=补贴`)
    await page.locator('#p5').hover()
    await page.getByRole('link', { name: '第 5 段的永久链接' }).click()
    await expect(page).toHaveURL(/[?&]version=1#p5$/)
    await expect(page.locator('p:target')).toHaveId('p5')
    const href = await page.getByRole('link', { name: '第 5 段的永久链接' }).getAttribute('href')
    expect(new URL(href!, baseURL).href).toBe(`${baseURL}${SPEECH}?version=1#p5`)
  })

  test('点段落链接，网址已在剪贴板里，页面说已复制', async ({ page, context, baseURL, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, '没有脚本时，网址在地址栏里')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${SPEECH}?q=补贴`)
    await page.locator('#p5').hover()
    await page.getByRole('link', { name: '第 5 段的永久链接' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已复制本段链接' })).toBeVisible()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${baseURL}${SPEECH}?version=1#p5`)
    await expect(page.locator('.text mark').first()).toBeVisible()
  })

  test('逐处查看标出的文字：一处接一处，到头又从第一处开始', async ({ page, javaScriptEnabled }) => {
    await page.goto(`${SPEECH}?q=补贴`)
    const marks = page.locator('.text mark')
    const places = await marks.count()
    await expect(page.getByText(`匹配的 ${places} 处文字`)).toBeVisible()
    const steps = page.getByRole('group', { name: '逐处查看' })
    if (!javaScriptEnabled) {
      await expect(steps).toBeHidden()
      await page.getByRole('link', { name: '跳到第一处' }).click()
      return expect(page.locator('p:target mark').first()).toBeInViewport()
    }
    for (const place of [...Array.from({ length: places }, (_, index) => index), 0]) {
      await steps.getByRole('button', { name: '下一处' }).click()
      await expect(steps.getByRole('status')).toHaveText(`第 ${place + 1} 处，共 ${places} 处`)
      await expect(marks.nth(place)).toHaveAttribute('aria-current', 'true')
      await expect(marks.nth(place)).toBeInViewport()
    }
    await steps.getByRole('button', { name: '上一处' }).click()
    await expect(marks.nth(places - 1)).toHaveAttribute('aria-current', 'true')
  })

  test('逐处查看的按钮不挡住页脚的链接', async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, '没有脚本时，没有这些按钮')
    await page.goto(`${SPEECH}?q=补贴`)
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    const links = (await page.locator('.site-footer__links').boundingBox())!
    expect(links.y + links.height).toBeLessThanOrEqual((await page.locator('.mark-steps').boundingBox())!.y)
  })

  test('屏幕够宽，全部文件信息不必点开', async ({ page }) => {
    await page.goto(SPEECH)
    await expect(page.getByRole('row', { name: '索引号' })).toBeVisible()
    await expect(page.getByText('更多文件信息').filter({ visible: true })).toHaveCount(0)
  })

  test('目录跳到标题所在的段落', async ({ page }) => {
    await page.goto('/d/482915607-2023-00004')
    const entry = page.getByRole('navigation', { name: '目录' }).getByRole('link').nth(2)
    const target = (await entry.getAttribute('href'))!
    await entry.click()
    await expect(page).toHaveURL(new RegExp(`${target}$`))
    await expect(page.locator(target)).toBeInViewport()
    const title = (await entry.innerText()).replace(/…$/, '').trim()
    await expect(page.locator(target)).toContainText(title)
  })

  test('档案重新索引一遍之后，链接仍指向同一段，正文校验值不变', async ({
    page,
    request,
    archive,
    javaScriptEnabled,
    isMobile,
  }) => {
    test.skip(!javaScriptEnabled || isMobile, '重建一次索引就够了')
    test.slow()
    const read = async (): Promise<ApiDocument> =>
      (await (await request.get('/api/documents/482915607-2023-00118')).json()) as ApiDocument
    const before = await read()
    const updated = async (): Promise<string> => {
      await page.goto('/')
      return page.locator('.figures').innerText()
    }
    const holdings = await updated()
    const { code, report } = await index([SAMPLE, archive.own, '--rebuild'], { DATA_DIR: archive.dataDir })
    expect(code).toBe(0)
    expect(report).toMatchObject({ added: 0, updated: 0, removed: 0, unchanged: report.records })
    expect(await read()).toEqual(before)
    expect((await updated()).split('\n').slice(0, 3)).toEqual(holdings.split('\n').slice(0, 3))
    await page.goto(`${SPEECH}#p9`)
    await expect(page.locator('p:target')).toContainText(before.paragraphs[8]!)
    await expect(page.locator('.cite')).toContainText(before.content_hash)
  })

  test('引文一按就复制好，页面说已复制；没有脚本时没有这个按钮', async ({ page, context, javaScriptEnabled }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(SPEECH)
    const button = page.getByRole('button', { name: '复制引文' })
    if (!javaScriptEnabled) return expect(button).toHaveCount(0)
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: '已复制引文' })).toBeVisible()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#citation').innerText())
  })

  test('浏览器不许自动复制时，引文已经选中，页面说明怎样做', async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, '没有脚本时没有这个按钮')
    await page.goto(SPEECH)
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))')
    await page.getByRole('button', { name: '复制引文' }).click()
    await expect(page.getByRole('status').filter({ hasText: '引文已经选中' })).toBeVisible()
    expect(await page.evaluate('getSelection().toString()')).toBe(await page.locator('#citation').innerText())
  })

  test('文件页给出可以照抄的引文和永久网址', async ({ page, baseURL }) => {
    await page.goto(SPEECH)
    const cite = page.getByRole('region', { name: '引用本文' })
    await expect(cite).toContainText('青梧区人民政府')
    await expect(cite).toContainText('青梧政发〔2023〕11号')
    await expect(cite.getByRole('link', { name: `${baseURL}${SPEECH}` })).toBeVisible()
    await expect(cite.locator('code')).toHaveText(/^[0-9a-f]{64}$/)
  })
})
