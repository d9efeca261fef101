import { describe, expect, it } from 'vitest'
import { NEXT_INDEXES } from '../contract/index-settings.js'
import { dyingEngine } from '../testing/dying-engine.js'
import { idOf, record, SyncHome } from '../testing/sync-home.js'

const home = new SyncHome()

/** States of a folder, between which documents come, change and go. */
const STATES = [
  { 'a/1.txt': record(1), 'a/2.txt': record(2), 'a/3.txt': record(3), 'a/4.txt': record(4) },
  {
    'a/1.txt': record(1),
    'a/2.txt': record(2, { text: ['改正的正文。'] }),
    'a/3.txt': record(3),
    'a/5.txt': record(5),
  },
  {
    'a/1.txt': record(1, { title: '关于新题的通知' }),
    'a/2.txt': record(2),
    'a/3.txt': record(3),
    'a/6.txt': record(6),
  },
] as const
type Index = 0 | 1 | 2

async function bring(state: Index): Promise<void> {
  await home.remove('a')
  await home.write({ ...STATES[state] })
}

const next = (state: Index): Index => ((state + 1) % STATES.length) as Index

/**
 * Goes through the states in turn, undisturbed: the set aside always holds the one before the live one, so that each
 * publication has something to add, to change and to remove. Returns what is live, and the calls it took, for each.
 */
async function undisturbedRound(): Promise<{ present: object; calls: string[] }[]> {
  const round: { present: object; calls: string[] }[] = []
  for (const [step, state] of ([0, 1, 2, 0, 1, 2] as const).entries()) {
    await bring(state)
    const { engine: counted, calls } = dyingEngine(home.engine)
    await home.sync({}, counted)
    round[state] = { present: await home.present(), calls }
    if (step < STATES.length) continue
    expect(calls.at(-1)).toBe('swap')
    // Nothing is ever found wrong with a set that nobody has disturbed, and no work is done twice.
    expect(calls).not.toContain('createIndexes')
  }
  return round
}

describe('a publication that is cut off', () => {
  it('leaves what is live as it was, wherever that happens, and the next run ends as if undisturbed', async () => {
    const round = await undisturbedRound()
    const longest = Math.max(...round.map(({ calls }) => calls.length))
    expect(longest).toBeGreaterThan(15)
    let state: Index = 2
    for (let n = 1; n <= longest; n++) {
      state = next(state)
      const before = await home.live()
      await bring(state)
      const at = Math.min(n, round[state]!.calls.length)
      await expect(home.sync({}, dyingEngine(home.engine, at).engine), `call ${n}`).rejects.toThrow('engine.test')
      expect(await home.live()).toEqual(before)
      await home.sync()
      expect(await home.present()).toEqual(round[state]!.present)
    }
  })

  it('does so where the engine did what it was told and nobody heard', async () => {
    const round = await undisturbedRound()
    let state: Index = 2
    for (const name of ['remove', 'add', 'countRecords', 'swap']) {
      for (const find of ['indexOf', 'lastIndexOf'] as const) {
        state = next(state)
        const before = await home.present()
        await bring(state)
        const n = round[state]!.calls[find](name) + 1
        await expect(home.sync({}, dyingEngine(home.engine, n, 'unheard').engine), `call ${n}`).rejects.toThrow(
          'engine.test',
        )
        // Only the last step makes the new state live, and then all of it.
        expect(await home.present()).toEqual(name === 'swap' ? round[state]!.present : before)
        await home.sync()
        expect(await home.present()).toEqual(round[state]!.present)
      }
    }
  })

  it('has left the engine work, which the next run waits for before it looks at anything', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => JSON.stringify({ id: n, text: `第${n}条 ${n * 7919}` }))
    await home.engine.add('left', lines.join('\n'))
    await home.engine.whenCaughtUp()
    expect(await home.engine.countRecords('left')).toBe(lines.length)
    await home.engine.deleteIndexes(['left'])
    const { engine, calls } = dyingEngine(home.engine)
    await bring(0)
    await home.sync({}, engine)
    expect(calls[0]).toBe('whenCaughtUp')
  })

  it('may be the first one of all', async () => {
    await home.deleteIndexes()
    await bring(0)
    const counting = dyingEngine(home.engine)
    const expected = await home.sync({}, counting.engine).then(() => home.content())
    const calls = counting.calls.length
    for (const n of [4, 7, 10, calls - 4, calls]) {
      await home.deleteIndexes()
      await expect(home.sync({}, dyingEngine(home.engine, n).engine), `call ${n}`).rejects.toThrow('engine.test')
      expect(await home.live()).toEqual({ state: null, documents: [], passages: [], history: [] })
      await home.sync()
      expect(await home.content()).toEqual(expected)
    }
  })

  it('ends with the same versions and tombstones as a run that nothing disturbs', async () => {
    const day = (n: number): Date => new Date(Date.UTC(2026, 0, n + 1))
    /** All states one after the other; before each of the last two, a run that is cut off at the given call. */
    const through = async (cut: ((calls: number) => number) | null, calls: number[]): Promise<object> => {
      await home.begin()
      for (const state of [0, 1, 2] as const) {
        await bring(state)
        if (cut !== null && state > 0) {
          const dying = dyingEngine(home.engine, cut(calls[state]!)).engine
          await expect(home.sync({}, dying, day(state))).rejects.toThrow('engine.test')
        }
        const counting = dyingEngine(home.engine)
        await home.sync({}, counting.engine, day(state))
        if (cut === null) calls[state] = counting.calls.length
      }
      return home.content()
    }
    const calls: number[] = []
    const expected = await through(null, calls)
    expect(expected).toMatchObject({
      history: [
        { id: `${idOf(1)}_1`, kind: 'version' },
        { id: `${idOf(2)}_1`, kind: 'version' },
        { id: `${idOf(2)}_2`, kind: 'version' },
        { id: idOf(4), kind: 'tombstone' },
        { id: idOf(5), kind: 'tombstone' },
      ],
    })
    for (const share of [0.3, 0.6, 0.8, 0.95, 1]) {
      expect(await through((all) => Math.max(1, Math.round(all * share)), calls), `cut at ${share}`).toEqual(expected)
    }
  })
})

describe('a set of indexes aside that is not what it should be', () => {
  /** Two publications, so that the set aside holds documents that the next one would take as they are. */
  async function poison(spoil: () => Promise<unknown>): Promise<{ rebuilt: boolean }> {
    await bring(0)
    await home.sync()
    await bring(1)
    await home.sync()
    await spoil()
    await bring(0)
    const counting = dyingEngine(home.engine)
    await home.sync({}, counting.engine)
    return { rebuilt: counting.calls.includes('createIndexes') }
  }

  async function undisturbed(): Promise<object> {
    await home.sync({ rebuild: true })
    return home.content()
  }

  it('is used where nothing is wrong with it', async () => {
    expect(await poison(() => Promise.resolve())).toEqual({ rebuilt: false })
    const result = await home.content()
    expect(result).toEqual(await undisturbed())
  })

  it.each([
    [
      'too many passages',
      () =>
        home.engine.completed(
          home.engine.add(NEXT_INDEXES.passages, JSON.stringify({ id: 'x_1', doc: 'x', kind: 'text', text: '多' })),
        ),
    ],
    ['passages missing', () => home.engine.completed(home.engine.remove(NEXT_INDEXES.passages, `doc = "${idOf(3)}"`))],
    [
      'no passages at all',
      () => home.engine.completed(home.engine.remove(NEXT_INDEXES.passages, 'kind IN ["title", "text"]')),
    ],
    ['documents missing', () => home.engine.completed(home.engine.remove(NEXT_INDEXES.documents, `id = "${idOf(3)}"`))],
    ['an index missing', () => home.engine.deleteIndexes([NEXT_INDEXES.documents])],
    ['no history', () => home.engine.deleteIndexes([NEXT_INDEXES.history])],
    [
      'a tombstone too many',
      () =>
        home.engine.completed(
          home.engine.add(NEXT_INDEXES.history, JSON.stringify({ id: idOf(3), kind: 'tombstone', title: '误记' })),
        ),
    ],
    ['no label', () => home.engine.deleteIndexes([NEXT_INDEXES.archive])],
  ])('is not taken for good: %s', async (_, spoil) => {
    await poison(spoil)
    const result = await home.content()
    expect(result).toEqual(await undisturbed())
    expect(await home.ids()).toEqual([1, 2, 3, 4].map(idOf))
  })

  it('is built anew where its numbers do not agree', async () => {
    const spoil = () => home.engine.completed(home.engine.remove(NEXT_INDEXES.passages, `doc = "${idOf(3)}"`))
    expect(await poison(spoil)).toEqual({ rebuilt: true })
  })
})
