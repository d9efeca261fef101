import { beforeAll, describe, expect, it } from 'vitest'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { candidatesIn } from './candidates.js'
import { correctCharacters, replaced, type Archived } from './characters.js'
import { CHANNEL, Confusion } from './confusion.js'
import { Dictionary } from './dictionary.js'
import { shareAsWord } from './evidence.js'
import { PinyinInput } from './pinyin-input.js'

const WORDS = {
  ...{ 招商引资: 900, 营商环境: 800, 环境: 5000, 优化: 3000, 身体: 2000, 民生: 1500, 体系: 1500, 招商: 500, 引资: 80 },
  ...{ 权利: 900, 权力: 900, 清单: 300, 权力清单: 5000, 公积金: 200, 公斤: 400, 银: 300, 资: 200, 商: 300, 赢: 100 },
}
const dictionary = new Dictionary(Object.entries(WORDS), ['放管服'])
const confusion = new Confusion([...dictionary.characters(), '镜', '竟', '生'])

// Loading the general dictionary takes seconds on a busy machine.
beforeAll(() => void cutWords('政言'))

/** An archive of these texts, each a passage. */
const archiveOf = (...texts: string[]): Archived => ({
  frequencies: (runs) => Promise.resolve(runs.map((run) => texts.filter((text) => text.includes(run)).length)),
  samples: (run) => Promise.resolve(texts.filter((text) => text.includes(run))),
})

const meant = async (run: string, archived: Archived): Promise<string | null> => {
  const candidate = await correctCharacters(run, archived, dictionary, confusion)
  return candidate && replaced(run, candidate)
}

describe('Dictionary', () => {
  it('cuts into the most probable words', () => {
    const { logProbability, logProbabilityOf } = {
      logProbability: (word: string) => dictionary.logProbability(word),
      logProbabilityOf: (text: string) => dictionary.logProbabilityOf(text),
    }
    expect(logProbabilityOf('优化营商环境')).toBeCloseTo(logProbability('优化') + logProbability('营商环境'))
    expect(logProbabilityOf('招商银资')).toBeLessThan(logProbabilityOf('招商引资'))
    expect(dictionary.has('放管服')).toBe(true)
  })
})

describe('Confusion', () => {
  it('knows what sounds alike, nearly alike, and looks alike', () => {
    for (const written of ['银', '赢']) expect(confusion.of(written)).toContain('引')
    expect(confusion.of('竟')).toContain('境')
    for (const other of ['银', '境']) expect(confusion.of('银')).not.toContain(other)
  })

  it('takes the same sound for more probable with the same tone, and most of all where the shape is alike too', () => {
    const channel = (...slip: [string, string, string]): number => confusion.channel(...slip)
    expect(channel('利', '力', 'li4')).toBe(CHANNEL.sameSoundAndTone)
    expect(channel('银', '引', 'yin3')).toBe(CHANNEL.sameSound)
    expect(channel('赢', '引', 'yin3')).toBe(CHANNEL.nearSound)
    expect(channel('竟', '境', 'jing4')).toBeGreaterThan(CHANNEL.sameSoundAndTone)
    expect(channel('银', '境', 'jing4')).toBe(CHANNEL.other)
  })

  it('knows what has the same phonetic part, and takes it for more probable than what has nothing in common', () => {
    expect(confusion.of('竟')).toContain('镜')
    const channel = (...slip: [string, string, string]): number => confusion.channel(...slip)
    // 握 has the part of 屋 and another sound; 悔 and 毁 both sound like 诲, and 悔 has its part as well.
    expect(channel('屋', '握', 'wo4')).toBeGreaterThan(CHANNEL.other)
    expect(channel('悔', '诲', 'hui4')).toBeGreaterThan(channel('毁', '诲', 'hui4'))
  })

  it('goes by the reading that a character has in its word, and by the usual one of what was written', () => {
    // 从来 and 重来 sound alike; 底 is de only in old texts.
    expect(confusion.channel('从', '重', 'chong2')).toBeGreaterThan(confusion.channel('从', '重', 'zhong4'))
    expect(confusion.channel('底', '德', 'de2')).toBeLessThan(confusion.channel('得', '德', 'de2'))
  })
})

describe('candidatesIn', () => {
  const found = (run: string): string[] => candidatesIn(run, dictionary, confusion).map(({ word }) => word)

  it.each([
    ['a wrong character', '招商银资', '招商引资'],
    ['a wrong character within a longer run', '优化赢商环境', '营商环境'],
    ['exchanged characters', '招商资引', '招商引资'],
    ['a missing character', '公金', '公积金'],
    ['one too many', '公积积金', '公积金'],
    ['a wrong first character of any kind', '王积金', '公积金'],
  ])('finds what is meant behind %s', (_, typed, word) => expect(found(typed)).toContain(word))
})

describe('correctCharacters', () => {
  const archive = archiveOf(
    '招商引资是头等大事',
    '优化营商环境',
    '建立民生体系',
    '身体健康',
    '身体好',
    '公布权力清单',
    '权力清单',
  )

  it.each([
    ['招商银资', '招商引资'],
    ['营商环镜', '营商环境'],
    ['优化赢商环境', '优化营商环境'],
    ['权利清单', '权力清单'],
  ])('takes %s for %s', async (typed, right) => expect(await meant(typed, archive)).toBe(right))

  it('does not let a word that is frequent in the archive outdo one that sounds the same', async () => {
    const often = Array.from({ length: 40 }, () => '幸福生活')
    const words = new Dictionary(Object.entries({ 辛苦: 5000, 幸福: 6000, 幸: 100, 苦: 300 }), [])
    const archived = archiveOf(...often, '辛苦劳动')
    const sounds = new Confusion(words.characters())
    expect((await correctCharacters('幸苦', archived, words, sounds))?.word).toBe('辛苦')
  })

  it('goes by the whole run, of which a frequent short word is but a piece', async () => {
    const words = new Dictionary(Object.entries({ 谆谆教诲: 40, 教会: 4000, 教: 900, 谆: 5 }), [])
    const archived = archiveOf('谆谆教诲', ...Array.from({ length: 40 }, () => '教会学生'))
    const candidate = await correctCharacters('谆谆教悔', archived, words, new Confusion(words.characters()))
    expect(candidate?.word).toBe('谆谆教诲')
  })

  it('wants more to change a piece of a longer run than the whole of a short one', async () => {
    const words = new Dictionary(Object.entries({ 潜在: 1500, 浅: 2000, 在: 90_000, 风险: 3000 }), [])
    const ask = async (run: string): Promise<string | undefined> =>
      (await correctCharacters(run, archiveOf('潜在风险'), words, new Confusion([...'潜在浅'])))?.word
    expect(await ask('浅在')).toBe('潜在')
    expect(await ask('浅在风险')).toBeUndefined()
  })

  it('does not take one word for another only because the archive has it more often', async () => {
    const words = new Dictionary(Object.entries({ 权利: 900, 权力: 1100 }), [])
    const archived = archiveOf('权利', ...Array.from({ length: 60 }, () => '权力'))
    expect(await correctCharacters('权利', archived, words, new Confusion([...'权利力']))).toBeNull()
  })

  it('sees that a string stands in the archive only across the borders of words', async () => {
    expect(await meant('生体', archiveOf('建立民生体系', '身体健康', '身体好', '身体强'))).toBe('身体')
  })

  it.each(['招商引资', '营商环境', '优化营商环境', '放管服', '身体', '尹哲强', '权力清单'])(
    'leaves %s as it is',
    async (right) => expect(await meant(right, archive)).toBeNull(),
  )

  it('takes an unknown name for a name, and no mistake', async () => {
    const words = new Dictionary(Object.entries({ 争辉: 5000, 附近: 5000 }), [])
    const ask = async (run: string): Promise<string | undefined> =>
      (await correctCharacters(run, archiveOf('争辉', '附近'), words, new Confusion([...'争辉附近郑付'])))?.word
    expect(await ask('郑辉')).toBeUndefined()
    expect(await ask('付近')).toBe('附近')
  })

  it('puts a string of common characters right only where the archive has nothing of it', async () => {
    // 浅 and 在 are each more probable than 潜在.
    const words = new Dictionary(Object.entries({ 潜在: 1500, 浅: 2000, 在: 90_000 }), [])
    const ask = async (...texts: string[]): Promise<string | undefined> =>
      (await correctCharacters('浅在', archiveOf('潜在风险', ...texts), words, new Confusion([...'潜在浅'])))?.word
    expect(await ask()).toBe('潜在')
    expect(await ask('船搁浅在岸边')).toBeUndefined()
  })

  it('takes for a word what stands as one in many texts, though no dictionary has it', async () => {
    const words = new Dictionary(Object.entries({ 助残: 5000, 助: 10, 餐: 10, 老年: 5000, 服务: 9000 }), [])
    const ask = async (count: number, others = 1): Promise<string | undefined> => {
      const texts = [...Array<string>(count).fill('老年助餐服务'), ...Array<string>(others).fill('助残服务')]
      return (await correctCharacters('助餐', archiveOf(...texts), words, new Confusion([...'助餐残'])))?.word
    }
    expect(await ask(1, 8)).toBe('助残')
    expect(await ask(6, 8)).toBeUndefined()
    expect(await ask(6, 200)).toBe('助残')
  })

  it('never offers what the archive does not have', async () => {
    expect(await meant('招商银资', archiveOf('别的内容'))).toBeNull()
  })
})

describe('shareAsWord', () => {
  it('tells a word from a stretch across the borders of words', () => {
    expect(shareAsWord('生体', ['完善民生体系，改善民生体系'])).toBe(0)
    expect(shareAsWord('身体', ['我的身体很好'])).toBe(1)
    expect(shareAsWord('身体', ['没有'])).toBe(0)
  })
})

describe('PinyinInput', () => {
  const input = new PinyinInput(dictionary)
  const archive = archiveOf('优化营商环境', '招商引资', 'covid')

  it.each([
    ['yingshanghuanjing', '营商环境'],
    ["zhao shang yin'zi", '招商引资'],
    ['youhuayingshanghuanjing', '优化营商环境'],
  ])('reads %s as %s', async (letters, right) => expect(await input.read(letters, archive)).toBe(right))

  it.each(['covid', 'xyzzy', 'yingshanghuanjin', 'shenti'])('makes nothing of %s', async (letters) =>
    expect(await input.read(letters, archive)).toBeNull(),
  )
})
