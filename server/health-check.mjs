/**
 * What a container's health check runs: exit 0 when the site at `PORT` of this machine can serve pages, 1 when not.
 * Plain JavaScript: it runs every few seconds, and must not compile anything first.
 */
const PATIENCE_MS = 5_000

try {
  const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  process.exitCode = ok ? 0 : 1
} catch {
  process.exitCode = 1
}
