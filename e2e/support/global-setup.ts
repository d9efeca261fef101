import { rm } from 'node:fs/promises'
import path from 'node:path'
import { index, SAMPLE } from './command.js'
import { removeFolder, temporaryFolder, writeFiles } from './folder.js'
import { firstRecordFiles, GONE, HELD, ownRecordFiles } from './own-records.js'
import { idOf } from './record.js'
import { startSite } from './site.js'

/**
 * Starts the one site that all browser tests look at, over an archive of its own that has a history already: a record
 * was changed and one has left. What is returned ends it.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const home = await temporaryFolder()
  const own = await writeFiles(path.join(home, 'own'), firstRecordFiles())
  const site = await startSite([SAMPLE, own], { DATA_DIR: path.join(home, 'data') })
  await site.holds(HELD + 1)
  await writeFiles(own, ownRecordFiles())
  await rm(path.join(own, `${idOf(GONE.index)}.txt`))
  const { report, stderr } = await index([own], { DATA_DIR: site.dataDir })
  if (report.updated !== 1 || report.removed !== 1) throw new Error(`not the history that is wanted: ${stderr}`)
  await site.holds(HELD)
  process.env['ZHENGYAN_E2E_URL'] = site.url
  process.env['ZHENGYAN_E2E_HOME'] = home
  return async () => {
    await site.stop()
    await removeFolder(home)
  }
}
