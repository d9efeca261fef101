import { readFileSync, readlinkSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'

/** A process that has ended, and that its parent has not asked after: in a container there may be nobody who does. */
const ENDED = ['Z', 'X']

/** Whether a process is there and has not ended. */
export function isAlive(pid: number): boolean {
  // 0 and below are whole groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !ENDED.includes(statOf(pid)?.[0] ?? '')
}

/** When a process started, as the system counts; null where it does not say. A process id may be given again. */
export function startOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null
}

/** What stands in /proc behind the name of a process, which is in brackets and may hold anything: from the 3rd field on. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** The words of a process's command line, for which paths mean what they mean to us; none where the system does not say. */
export async function commandOf(pid: number): Promise<string[]> {
  const [theirs, ours] = [mountsOf(pid), mountsOf(process.pid)]
  // In another container the same path is another folder.
  if (theirs !== null && ours !== null && theirs !== ours) return []
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
}

function mountsOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/ns/mnt`)
  } catch {
    return null
  }
}

/** Ids of all processes that the system tells of. */
export async function allProcesses(): Promise<number[]> {
  return (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0)
}
