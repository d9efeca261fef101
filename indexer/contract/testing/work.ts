/**
 * Processor time that an action takes, in milliseconds, for tests of what takes time in step with its input: the clock
 * would tell of everything else that a machine does, too.
 */
export function workOf(action: () => unknown): number {
  const begun = process.cpuUsage()
  action()
  return process.cpuUsage(begun).user / 1000
}
