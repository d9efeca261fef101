import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from './whole-file.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whole-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('writes a file with its mode, and not again what it holds', async () => {
  const file = path.join(folder, 'key')
  await writeWhole(file, 'one', 0o600)
  const before = await stat(file)
  expect((before.mode & 0o777).toString(8)).toBe('600')
  await writeWhole(file, 'one', 0o600)
  expect((await stat(file)).ino).toBe(before.ino)
  await writeWhole(file, 'two', 0o600)
  expect(await readFile(file, 'utf8')).toBe('two')
  expect(await readdir(folder)).toEqual(['key'])
})

it('leaves nothing half done behind where it cannot write', async () => {
  const taken = path.join(folder, 'taken')
  await mkdir(path.join(taken, 'by a folder'), { recursive: true })
  await expect(writeWhole(taken, 'one')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['taken'])
})
