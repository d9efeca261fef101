/** How a name on the disk reads. Linux keeps names as bytes, and older systems wrote them in GBK. */
export interface EntryName {
  name: string
  /** The name as it is on the disk where it is not UTF-8, and a path with it therefore leads to nothing; else null. */
  bytes: Buffer | null
  /** Whether it is text in no encoding that we know. */
  isUnreadable: boolean
}

export function entryName(bytes: Buffer): EntryName {
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return { name: utf8, bytes: null, isUnreadable: false }
  const gb18030 = decoded(bytes, 'gb18030')
  return { name: gb18030 ?? bytes.toString('utf8'), bytes, isUnreadable: gb18030 === null }
}

function decoded(bytes: Buffer, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
