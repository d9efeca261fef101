import { search } from './support/pages.js'
import { expect, test } from './support/test.js'

test.describe('检索建议', () => {
  test('用键盘：输入时列出建议，上下键选择，回车检索', async ({ page }) => {
    await page.goto('/')
    const field = page.getByRole('combobox', { name: '检索政府档案' })
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await field.pressSequentially('电梯')
    const options = page.getByRole('listbox', { name: '检索建议' }).getByRole('option')
    await expect(options.first()).toBeVisible()
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    const count = await options.count()
    await expect(page.getByText(`有 ${count} 条建议`)).toBeAttached()
    await field.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!)
    const chosen = await field.inputValue()
    expect(chosen).toContain('电梯')
    await field.press('Enter')
    await page.waitForURL(/\/search\?/)
    expect(new URL(page.url()).searchParams.get('q')).toBe(chosen)
  })

  test('Esc 收起列表，恢复自己输入的字；向上越过第一条也是', async ({ page }) => {
    await page.goto('/')
    const field = page.getByRole('combobox', { name: '检索政府档案' })
    const list = page.getByRole('listbox', { name: '检索建议' })
    await field.pressSequentially('电梯')
    await expect(list).toBeVisible()
    await field.press('ArrowDown')
    await field.press('ArrowUp')
    await expect(field).toHaveValue('电梯')
    await field.press('ArrowDown')
    await field.press('Escape')
    await expect(list).toBeHidden()
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await expect(field).toHaveValue('电梯')
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('还在等建议时接着输入，列出的是新输入的建议', async ({ page }) => {
    const asked: string[] = []
    await page.route('**/suggest?*', async (route) => {
      const typed = new URL(route.request().url()).searchParams.get('q')!
      asked.push(typed)
      // The first question is never answered: what is typed next takes its place.
      if (typed !== '加装电') await route.continue()
    })
    await page.goto('/')
    const field = page.getByRole('combobox', { name: '检索政府档案' })
    await field.pressSequentially('加装电')
    await expect.poll(() => asked).toContain('加装电')
    await field.pressSequentially('梯')
    await expect(page.getByRole('option', { name: /加装电梯/ }).first()).toBeVisible()
  })

  test('点选一条就检索它；拼音也有建议', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox', { name: '检索政府档案' }).pressSequentially('dianti')
    const option = page.getByRole('option', { name: /电梯/ }).first()
    await option.click()
    await page.waitForURL(/\/search\?/)
    expect(new URL(page.url()).searchParams.get('q')).toContain('电梯')
  })
})

test.describe('不运行脚本', () => {
  test.use({ javaScriptEnabled: false })

  test('检索框是普通的表单', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await search(page, '电梯')
    expect(new URL(page.url()).searchParams.get('q')).toBe('电梯')
    await expect(page.locator('.results__total')).toContainText('篇')
  })
})
