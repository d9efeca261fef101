import { decodeFile, UnreadableFileError } from '../encoding.js'
import type { FileContent } from '../record.js'
import type { Source } from '../sources/source.js'
import { text } from '../text.zh.js'
import { extractCsv } from './csv.js'
import { isBlank } from './fields.js'
import { extractHtml } from './html.js'
import { extractJson } from './json-lines.js'
import { kindByContent, kindByName, unreadableBySignature } from './kinds.js'
import { extractMarkdown } from './markdown.js'
import { extractRecordText, isRecordText } from './record-text.js'

/**
 * Reads the records of one file, in the format that its name and its content show. `path` is only looked at for its
 * ending. A file that holds nothing to read is `skipped` with the reason; never throws on account of the content.
 */
export function extractFile(path: string, bytes: Buffer, source: Source | null): FileContent {
  if (bytes.length === 0) return skip(text.skipped.empty)
  const unreadable = unreadableBySignature(bytes)
  const named = kindByName(path)
  if ('skipped' in named) return skip(named.skipped)
  if (unreadable) return skip(unreadable)
  try {
    const content = decodeFile(bytes)
    return isBlank(content) ? skip(text.skipped.blank) : extractText(content, path, source)
  } catch (error) {
    if (error instanceof UnreadableFileError) return skip(error.reason)
    throw error
  }
}

function extractText(content: string, path: string, source: Source | null): FileContent {
  const named = kindByName(path)
  const kind = kindByContent(content, 'kind' in named ? named.kind : 'plain')
  const labels = source?.labels
  switch (kind) {
    case 'json':
      return extractJson(content, labels)
    case 'table':
      return extractCsv(content, labels)
    case 'html':
      return { records: [extractHtml(content, source?.selectors ?? null, labels)], skipped: null, rejected: [] }
    case 'markdown':
    case 'plain':
      return {
        records: [
          isRecordText(content, labels)
            ? extractRecordText(content, labels)
            : extractMarkdown(content, kind === 'markdown', labels),
        ],
        skipped: null,
        rejected: [],
      }
  }
}

const skip = (reason: string): FileContent => ({ records: [], skipped: reason, rejected: [] })
