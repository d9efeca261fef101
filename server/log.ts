import { inspect } from 'node:util'

/** From the quietest to the most talkative. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

export type Logger = Record<Exclude<LogLevel, 'silent'>, (message: string, error?: unknown) => void>

const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`)

/** A logger that writes lines of `time level message`; an error follows with its stack and causes, for operators only. */
export function createLogger(level: LogLevel, write: (line: string) => void = toStandardError): Logger {
  const logAt = (own: LogLevel) => (message: string, error?: unknown) => {
    if (LOG_LEVELS.indexOf(own) > LOG_LEVELS.indexOf(level)) return
    const detail = error === undefined ? '' : `\n${inspect(error)}`
    write(`${new Date().toISOString()} ${own} ${message}${detail}`)
  }
  return { error: logAt('error'), warn: logAt('warn'), info: logAt('info'), debug: logAt('debug') }
}
