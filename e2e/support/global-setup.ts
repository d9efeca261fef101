import path from 'node:path'
import { SAMPLE } from './command.js'
import { removeFolder, temporaryFolder, writeFiles } from './folder.js'
import { HELD, ownRecordFiles } from './own-records.js'
import { startSite } from './site.js'

/** Starts the one site that all browser tests look at, over an archive of its own; what is returned ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const home = await temporaryFolder()
  const own = await writeFiles(path.join(home, 'own'), ownRecordFiles())
  const site = await startSite([SAMPLE, own], { DATA_DIR: path.join(home, 'data') })
  await site.holds(HELD)
  process.env['ZHENGYAN_E2E_URL'] = site.url
  process.env['ZHENGYAN_E2E_HOME'] = home
  return async () => {
    await site.stop()
    await removeFolder(home)
  }
}
