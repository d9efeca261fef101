import { text } from './text.zh.js'

/**
 * Why the disk did not give a file, a folder or what a link leads to, for people; `missing` says it where there is
 * nothing. Null for every error that is not the disk's.
 */
export function unreachableReason(error: unknown, missing = text.unreachable.codes.ENOENT!): string | null {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return null
  return text.unreachable.reason(code === 'ENOENT' ? missing : (text.unreachable.codes[code] ?? code))
}
