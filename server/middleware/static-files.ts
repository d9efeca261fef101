import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import express, { type RequestHandler } from 'express'

export interface StaticFiles {
  serve: RequestHandler
  /** The address of a file; it changes whenever the file does, so that browsers may keep it for good. */
  url(name: string): string
}

/** Serves a folder under `/static`. Throws where the folder cannot be read. */
export function staticFiles(folder: string): StaticFiles {
  const versions = new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, contentVersion(join(folder, name))]),
  )
  return {
    url(name) {
      const version = versions.get(name)
      if (version === undefined) throw new Error(`static/${name} does not exist`)
      return `/static/${name}?v=${version}`
    },
    serve: express.static(folder, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        // Modules import each other by plain name: those addresses are asked for again each time.
        const current = response.req.url.endsWith(`?v=${versions.get(basename(path))}`)
        response.setHeader('Cache-Control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  }
}

function contentVersion(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)
}
