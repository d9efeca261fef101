import { resolve } from 'node:path'
import { ConfigError } from './errors.js'
import { LOG_LEVELS, type LogLevel } from './log.js'
import { t } from './text.zh.js'

export { ConfigError }

/** Everything the site takes from its environment. */
export interface Config {
  /** 0 lets the system pick a free one. */
  port: number
  host: string
  /** Absolute path. */
  dataDir: string
  /** An engine of one's own; null for the embedded one. */
  meiliUrl: string | null
  meiliSearchKey: string | null
  /** Origin for absolute links, without a slash at the end; null: as the reader's browser addressed us. */
  siteUrl: string | null
  logLevel: LogLevel
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment once. Throws ConfigError with a sentence that says what would be right. */
export function parseConfig(env: Environment): Config {
  return {
    port: read(env, 'PORT', '3000', port),
    host: read(env, 'HOST', '127.0.0.1', host),
    dataDir: read(env, 'DATA_DIR', './data', (value) => resolve(value)),
    meiliUrl: readOptional(env, 'MEILI_URL', engineUrl),
    meiliSearchKey: readOptional(env, 'MEILI_SEARCH_KEY', (value) => value),
    siteUrl: readOptional(env, 'SITE_URL', origin),
    logLevel: read(env, 'LOG_LEVEL', 'info', logLevel),
  }
}

type Variable = 'PORT' | 'HOST' | 'DATA_DIR' | 'MEILI_URL' | 'MEILI_SEARCH_KEY' | 'SITE_URL' | 'LOG_LEVEL'

/** An empty variable counts as one that is not set: compose files write them so. */
function read<T>(env: Environment, name: Variable, fallback: string, parse: (value: string) => T | null): T {
  const value = env[name]?.trim() || fallback
  const parsed = parse(value)
  if (parsed === null) throw new ConfigError(name, value, t.config(name, value))
  return parsed
}

function readOptional<T>(env: Environment, name: Variable, parse: (value: string) => T | null): T | null {
  return env[name]?.trim() ? read(env, name, '', parse) : null
}

function port(value: string): number | null {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : null
}

function host(value: string): string | null {
  return /^[A-Za-z0-9.:_-]+$/.test(value) ? value : null
}

function httpUrl(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null
  return url && /^https?:$/.test(url.protocol) ? url : null
}

function engineUrl(value: string): string | null {
  return httpUrl(value)?.href.replace(/\/$/, '') ?? null
}

/** Links on the pages begin at the root, so an address with a path would lead nowhere. */
function origin(value: string): string | null {
  const url = httpUrl(value)
  return url && url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : null
}

function logLevel(value: string): LogLevel | null {
  return LOG_LEVELS.find((level) => level === value) ?? null
}
