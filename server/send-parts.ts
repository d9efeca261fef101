import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { ArchiveChangedError } from './errors.js'

/** Sends what is made while it is sent, through `form` where that is given. What breaks off is not an error of the site. */
export async function sendParts(response: Response, parts: Readable, form: Transform | null = null): Promise<void> {
  try {
    await (form === null ? pipeline(parts, response) : pipeline(parts, form, response))
  } catch (error) {
    if (!isBrokenOff(error)) throw error
  }
}

/** By the reader, who has enough, or by an archive that changes: no fault of anybody's. */
function isBrokenOff(error: unknown): boolean {
  const isLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  return isLeft || error instanceof ArchiveChangedError
}
