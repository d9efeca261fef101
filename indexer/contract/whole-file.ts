import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes a small file so that it holds either what it held or all of this: on a full disk a file written in place is left
 * empty. `mode` is that of the file. What it holds already is not written again.
 */
export async function writeWhole(file: string, content: string, mode = 0o644): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === content) return
  const partial = `${file}.${process.pid}.partial`
  try {
    await writeFile(partial, content, { mode })
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
}
