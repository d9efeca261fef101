import { afterEach, describe, expect, it, vi } from 'vitest'
import { main as bench } from './bench/cli.js'
import { main as evaluate } from './evaluate/cli.js'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What a command that measures prints, and how it ends. */
async function said(main: (args: string[]) => Promise<number>, args: string[]) {
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      printed[stream] += String(chunk)
      return true
    })
  }
  return { code: await main(args), ...printed }
}

describe.each([
  ['bench', bench],
  ['evaluate', evaluate],
])('%s', (name, main) => {
  it('shows its usage to who asks for it', async () => {
    expect(await said(main, ['--help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('用法') })
  })

  it('says in one sentence what it cannot do anything with', async () => {
    const { code, stdout, stderr } = await said(main, ['--nonsense'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(`^参数“--nonsense”.*npm run ${name} -- --help.*。\\n$`))
  })

  it('says in one sentence that a file is missing, before anything is started', async () => {
    const given = {
      bench: ['exact', import.meta.dirname, '--source', '/nowhere/source.yml'],
      evaluate: ['--corpus', '/nowhere/c', '--queries', '/nowhere/q', '--qrels', '/nowhere/r'],
    }
    const { code, stdout, stderr } = await said(main, given[name as keyof typeof given])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^找不到“\/nowhere\/.*。\n$/)
  })
})
