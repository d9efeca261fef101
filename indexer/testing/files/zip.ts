import { crc32, deflateRawSync } from 'node:zlib'

/** One file to be packed; all but name and data are for archives that lie or that old programs wrote. */
export interface ZipPart {
  /** Bytes for a name in another encoding than UTF-8. */
  name: string | Uint8Array
  data: string | Uint8Array
  /** Claimed by the directory instead of the true length. */
  statedSize?: number
  /** Unix mode, such as that of a symbolic link. */
  mode?: number
  /** General purpose flags beside the one for UTF-8. */
  flags?: number
}

/** A ZIP of the parts (PKWARE's APPNOTE 4.3), packed by deflate. */
export function zipOf(parts: ZipPart[] | Record<string, string | Uint8Array>): Buffer {
  const list = Array.isArray(parts) ? parts : Object.entries(parts).map(([name, data]) => ({ name, data }))
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of list) {
    const { name, data, statedSize, mode = 0, flags = 0 } = part as ZipPart
    const nameBytes = Buffer.from(name as string)
    const raw = Buffer.from(data as string)
    const packed = deflateRawSync(raw)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((typeof name === 'string' ? 0x800 : 0) | flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(statedSize ?? raw.length, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, packed])
    const attributes = Buffer.alloc(14)
    attributes.writeUInt32LE((mode << 16) >>> 0, 6)
    attributes.writeUInt32LE(offset, 10)
    // The directory says who made the entry (3: Unix), then the same fields, then where it is.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, attributes, nameBytes)
    bodies.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}
