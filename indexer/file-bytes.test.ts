import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bytesOf, sha256Of } from './file-bytes.js'

const folder = mkdtempSync(join(tmpdir(), 'file-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const large = Buffer.from('政府工作报告'.repeat(400_000))

describe.each([
  ['a small file', large.subarray(0, 3000)],
  ['a large file, which stays on the disk', large],
])('%s', (name, content) => {
  const file = join(folder, name)

  it('gives all of it, parts of it, and its hash', async () => {
    writeFileSync(file, content)
    const bytes = await bytesOf(file)
    expect(bytes.length).toBe(content.length)
    expect((await bytes.whole()).equals(content)).toBe(true)
    expect(await bytes.part(6, 12)).toEqual(content.subarray(6, 12))
    expect(await bytes.part(content.length - 3, content.length + 100)).toEqual(content.subarray(-3))
    expect(await bytes.part(content.length, content.length + 100)).toHaveLength(0)
    expect(await sha256Of(bytes)).toBe(createHash('sha256').update(content).digest('hex'))
  })
})

describe('a large file', () => {
  it('is as long as it was, whatever is appended, and gives what is left of it', async () => {
    const file = join(folder, 'log')
    writeFileSync(file, large)
    const bytes = await bytesOf(file)
    appendFileSync(file, '又一行')
    expect((await bytes.whole()).equals(large)).toBe(true)
    truncateSync(file, 10)
    expect(await bytes.part(4, 20)).toEqual(large.subarray(4, 10))
  })

  it('that is gone is an error of the disk', async () => {
    await expect(bytesOf(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT', syscall: 'stat' })
  })
})
