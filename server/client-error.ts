import type { Socket } from 'node:net'
import { t } from './text.zh.js'

/** What the HTTP parser refuses before the app sees it; everything else is told as a bad request. */
const STATUS: Record<string, { line: string; message: string }> = {
  HPE_INVALID_URL: { line: '400 Bad Request', message: t.clientErrors.unencoded },
  HPE_HEADER_OVERFLOW: { line: '431 Request Header Fields Too Large', message: t.clientErrors.tooLong },
  ERR_HTTP_REQUEST_TIMEOUT: { line: '408 Request Timeout', message: t.clientErrors.timeout },
}
const BAD_REQUEST = { line: '400 Bad Request', message: t.clientErrors.other }

/** Answers a request that is not proper HTTP with a sentence, where Node would send an empty page. */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Pick<Socket, 'writable' | 'end' | 'destroy'>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { line, message } = STATUS[error.code ?? ''] ?? BAD_REQUEST
  const body = `${message}\n`
  const headers = [
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`HTTP/1.1 ${line}\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
}
