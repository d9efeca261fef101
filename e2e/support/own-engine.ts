import { randomBytes } from 'node:crypto'
import { engineBinary } from '../../indexer/contract/engine/binary.js'
import { freePort, startEngineProcess, stopEngineProcess } from '../../indexer/contract/engine/process.js'

/** An engine of an operator's own, as `MEILI_URL` names one: not in any `DATA_DIR`, with a master key of its own. */
export interface OwnEngine {
  url: string
  masterKey: string
  stop: () => Promise<void>
  /** Starts it again after `stop`, under the same address with the same content. */
  startAgain: () => Promise<void>
}

export async function startOwnEngine(folder: string): Promise<OwnEngine> {
  const masterKey = randomBytes(24).toString('base64url')
  const binary = await engineBinary(folder)
  const port = await freePort()
  let { pid } = await startEngineProcess(binary, folder, masterKey, port)
  return {
    url: `http://127.0.0.1:${port}`,
    masterKey,
    stop: () => stopEngineProcess(pid),
    startAgain: async () => void ({ pid } = await startEngineProcess(binary, folder, masterKey, port)),
  }
}

/** An address on which nothing listens. */
export async function closedAddress(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`
}
