import type { RequestHandler } from 'express'
import { originalPath } from '../../indexer/contract/originals.js'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { lookUp } from '../look-up.js'
import { parseVisit } from '../params.js'
import { queryOf } from '../request.js'
import { t } from '../text.zh.js'

/** Kinds of files that no browser takes for a page of ours. Everything else goes out as bytes. */
const CONTENT_TYPES = new Map([
  ['pdf', 'application/pdf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ofd', 'application/ofd'],
  ['zip', 'application/zip'],
])

/** `/d/{id}/original`: the file that a document was read from, to be saved and never shown in our name. */
export function original(archive: Archive, dataDir: string): RequestHandler<{ id: string }> {
  return async (request, response, next) => {
    const found = await lookUp(archive, request.params.id, parseVisit(queryOf(request)))
    if ('tombstone' in found) throw new HttpError(410, 'document_gone', t.errors.gone.message)
    const file = found.document.original
    if (file === null) throw noOriginal()
    response.attachment(file.name)
    response.set({
      'Content-Type': CONTENT_TYPES.get(file.name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Robots-Tag': 'noindex',
      // Compressed, a part of the file would not be the part that was asked for.
      'Cache-Control': 'no-cache, no-transform',
      ETag: `"${file.sha256}"`,
    })
    const options = { dotfiles: 'allow', cacheControl: false, lastModified: false } as const
    response.sendFile(originalPath(dataDir, file.sha256), options, (error: NodeJS.ErrnoException | undefined) => {
      // Who has gone away before anything was sent is told nothing, and no fault of ours.
      if (error === undefined || response.headersSent || error.code === 'ECONNABORTED') return
      next(error.code === 'ENOENT' ? noOriginal() : error)
    })
  }
}

const noOriginal = (): HttpError => new HttpError(404, 'original_not_kept', t.errors.noOriginal.message)
