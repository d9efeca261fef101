import { Worker } from 'node:worker_threads'
import type { Limits } from './limits.js'

/** Looks at work, memory and parent this often, in milliseconds. */
const LOOK_MS = 100
/** Less work than this, in milliseconds of the processor, is that of looking. */
const NO_WORK_MS = 500

/** What the reading thread tells the one that watches it. */
export interface Watchdog {
  begin: () => void
  progress: () => void
  end: () => void
}

/**
 * A file keeps the thread that reads it busy for as long as it likes; a second one, which nothing blocks, ends the
 * process: by SIGTERM where a file has cost too much work or none is done any more, by SIGKILL where memory is full or the
 * parent gone. Work is time of the processor and not by the clock, which on a busy machine tells of others; nor does time
 * count in which this thread itself was not let to look.
 * `parent`: its process id, as it knows it itself, since it may be gone before anybody looks.
 */
export function startWatchdog({ idleMs, totalMs, stuckMs, residentMb }: Limits, parent = process.ppid): Watchdog {
  // When the file was begun and when it last got on, in milliseconds of work; the number of the file, 0 for none; beats.
  const told = new Int32Array(new SharedArrayBuffer(16))
  const code = `
    const { workerData: told } = require('node:worker_threads')
    const work = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
    let file = 0, workThen = 0, beatsThen = 0
    setInterval(() => {
      if (process.memoryUsage.rss() > ${residentMb * 1_000_000} || process.ppid !== ${parent})
        process.kill(process.pid, 'SIGKILL')
      const [worked, at, beats] = [work(), Atomics.load(told, 2), Atomics.load(told, 3)]
      if (at !== file || worked - workThen > ${NO_WORK_MS}) [file, workThen, beatsThen] = [at, worked, beats]
      if (at === 0) return
      const isSlow = worked - Atomics.load(told, 1) > ${idleMs} || worked - Atomics.load(told, 0) > ${totalMs}
      if (isSlow || (beats - beatsThen) * ${LOOK_MS} > ${stuckMs}) process.kill(process.pid, 'SIGTERM')
    }, ${LOOK_MS})
  `
  new Worker(code, { eval: true, execArgv: [], workerData: told }).unref()
  setInterval(() => Atomics.add(told, 3, 1), LOOK_MS).unref()
  let files = 0
  const progress = (): void => void Atomics.store(told, 1, work())
  return {
    begin: () => {
      progress()
      Atomics.store(told, 0, work())
      Atomics.store(told, 2, ++files)
    },
    progress,
    end: () => void Atomics.store(told, 2, 0),
  }
}

/** Of the whole process since it began, in milliseconds. */
function work(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}
