import { createApp } from '../../server/app.js'
import { listen } from '../../server/listen.js'
import type { GivenArchive } from './given-archive.js'

/** The site over the archive, as a browser meets it, until `action` is over; `url` is its origin. */
export async function withSite<T>({ dataDir, open }: GivenArchive, action: (url: string) => Promise<T>): Promise<T> {
  const site = await listen(createApp(open(), { siteUrl: null, dataDir, logLevel: 'silent' }), '127.0.0.1', 0)
  try {
    return await action(site.url)
  } finally {
    await site.close()
  }
}
