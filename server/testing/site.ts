import { afterEach } from 'vitest'
import { createApp } from '../app.js'
import type { Archive } from '../archive.js'
import { listen, type Listening } from '../listen.js'

const running: Listening[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((site) => site.close()))
})

/** Serves an archive on a free port until the test is over, and returns a `fetch` for its paths. */
export async function serve(archive: Archive, siteUrl: string | null = null, dataDir = '/nowhere') {
  const site = await listen(createApp(archive, { siteUrl, dataDir, logLevel: 'silent' }), '127.0.0.1', 0)
  running.push(site)
  return (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(site.url + path, { redirect: 'manual', ...init })
}

/** The page's source with `=` written plainly: Handlebars escapes it too, which in quoted attributes means the same. */
export async function htmlOf(response: Response | Promise<Response>): Promise<string> {
  return (await (await response).text()).replaceAll('&#x3D;', '=')
}
