import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { Catalogue } from '../catalogue.js'

const cleanUp: (() => Promise<void>)[] = []

afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
})

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhengyan-test-'))
  cleanUp.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The catalogue in a folder; it is closed after the test, if it was not before. */
export function openCatalogue(dataDir: string): { catalogue: Catalogue; close: () => Promise<void> } {
  const catalogue = new Catalogue(dataDir)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await catalogue.close()
    isOpen = false
  }
  cleanUp.push(close)
  return { catalogue, close }
}
