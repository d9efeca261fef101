import { beforeAll, describe, expect, it } from 'vitest'
import type { Archived } from './characters.js'
import { Speller } from './speller.js'

const TEXTS = ['持续优化营商环境', '加装电梯']

const archived: Archived = {
  frequencies: (runs) => Promise.resolve(runs.map((run) => TEXTS.filter((text) => text.includes(run)).length)),
  samples: (run) => Promise.resolve(TEXTS.filter((text) => text.includes(run))),
}

let speller: Speller
// Loading the dictionaries and all readings takes seconds on a busy machine.
beforeAll(() => {
  speller = new Speller()
}, 60_000)

describe('Speller', () => {
  it('says what was changed, and in what run of characters', async () => {
    expect(await speller.correct('优化赢商环境 电梯', archived)).toEqual({
      q: '优化营商环境 电梯',
      changes: [{ typed: '赢商环境', meant: '营商环境', run: { typed: '优化赢商环境', meant: '优化营商环境' } }],
    })
  })

  it('takes letters whole', async () => {
    const whole = { typed: 'dianti', meant: '电梯' }
    expect((await speller.correct('dianti', archived))?.changes).toEqual([{ ...whole, run: whole }])
  })

  it('leaves alone what is excluded, and what is right', async () => {
    expect(await speller.correct('-赢商环境', archived)).toBeNull()
    expect(await speller.correct('加装电梯', archived)).toBeNull()
  })
})
