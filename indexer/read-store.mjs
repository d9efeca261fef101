/** Reads everything in the LMDB folder that it is given, and ends with 0; where that cannot be done it ends otherwise. */
import { open } from 'lmdb'

const root = open({ path: process.argv[2], readOnly: true, maxDbs: 12, compression: true })
for (const name of [...root.getKeys()]) {
  const contents = root.openDB({ name }).getRange()
  contents.forEach(() => undefined)
}
await root.close()
