import path from 'node:path'

/** Where the original with this SHA-256 (hex) is kept: named by its content, so that it is kept once and never changes. */
export function originalPath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`)
  return path.resolve(originalsFolder(dataDir), sha256.slice(0, 2), sha256)
}

export function originalsFolder(dataDir: string): string {
  return path.resolve(dataDir, 'originals')
}
