import { gzipSync } from 'node:zlib'

/** A TAR (POSIX ustar) of the files; a name may be bytes in another encoding; `type` 2 is a symbolic link. */
export function tarOf(files: { name: string | Uint8Array; data: string | Uint8Array; type?: string }[]): Buffer {
  const blocks = files.flatMap(({ name, data, type = '0' }) => {
    const content = Buffer.from(data as string)
    const header = Buffer.alloc(512)
    Buffer.from(name as string).copy(header, 0, 0, 100)
    header.write('0000644\0' + '0000000\0'.repeat(2), 100, 'latin1')
    header.write(
      `${content.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0${' '.repeat(8)}${type}`,
      124,
      'latin1',
    )
    header.write('ustar\x0000', 257, 'latin1')
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const tgzOf = (...args: Parameters<typeof tarOf>): Buffer => gzipSync(tarOf(...args))
