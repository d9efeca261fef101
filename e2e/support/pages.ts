import type { Locator, Page } from '@playwright/test'
import { expect } from './test.js'

/** What readers do on the pages, by what they see: roles and words. */

/** The search field: with scripts it completes what is typed, which makes it a combobox. */
export function searchField(page: Page): Locator {
  const name = '检索政府档案'
  return page.getByRole('searchbox', { name }).or(page.getByRole('combobox', { name }))
}

export async function search(page: Page, query: string): Promise<void> {
  await searchField(page).fill(query)
  await page.getByRole('button', { name: '检索' }).first().click()
  await page.waitForURL(/\/search\?/)
}

/** The documents of a results page, in order. */
export const hits = (page: Page): Locator => page.getByRole('list', { name: '文件列表' }).getByRole('article')

/** 共 N 篇, as a number. */
export async function total(page: Page): Promise<number> {
  const text = await page.locator('.results__total').innerText()
  return Number(/([\d,]+) 篇/.exec(text)![1]!.replaceAll(',', ''))
}

export const facet = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}`) })

/** The values of a facet with their counts as shown, in order, unfolded or not. */
export async function counts(page: Page, name: string): Promise<Record<string, number>> {
  const options = await facet(page, name)
    .locator('.facet__option')
    .evaluateAll((labels) =>
      labels.map((label): [string, number] => {
        const input = label.querySelector('input')!
        const count = label.querySelector('.facet__count')!.firstChild!.textContent!
        return [input.value, Number(count.replaceAll(',', ''))]
      }),
    )
  return Object.fromEntries(options)
}

/** On a phone filters are a page-wide panel that is opened first. */
export async function openFilters(page: Page): Promise<void> {
  const open = page.getByRole('link', { name: '筛选', exact: true })
  if (await open.isVisible()) await open.click()
}

/** Ticks or unticks a value and waits for its results: at once with scripts, by the button without. */
export async function choose(page: Page, name: string, value: string, isScripted: boolean): Promise<void> {
  await openFilters(page)
  const box = facet(page, name).locator(`input[value="${value}"]`)
  for (const folded of await box.locator('xpath=ancestor::details[not(@open)]').all()) {
    await folded.locator(':scope > summary').click()
  }
  const willBeChosen = !(await box.isChecked())
  await box.setChecked(willBeChosen)
  await apply(page, isScripted)
  await expect(chip(page, value)).toHaveCount(willBeChosen ? 1 : 0)
}

export async function apply(page: Page, isScripted: boolean): Promise<void> {
  if (!isScripted) await page.getByRole('button', { name: '应用筛选' }).click()
}

/** The chip that names a filter's value, and removes it. */
export const chip = (page: Page, value: string): Locator =>
  page.locator('a.chip').filter({ hasText: value.split('/').at(-1)! })
