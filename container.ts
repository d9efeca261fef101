/**
 * The way in for containers: runs one command of the project in an image that is complete, where there is nothing to
 * install (run.mjs is the way in everywhere else). `node --import tsx container.ts serve | prepare | index [ARGUMENTS]`
 */
type Command = (args: string[], env: NodeJS.ProcessEnv) => Promise<number>

const COMMANDS: Record<string, () => Promise<{ main: Command }>> = {
  serve: () => import('./server/main.js'),
  prepare: () => import('./indexer/prepare.js'),
  index: () => import('./indexer/cli.js'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (load) {
  // As in run.mjs: the work is done though nobody reads any more what is said.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const { main } = await load()
  process.exitCode = await main(args, process.env)
} else {
  process.stderr.write(`container.ts ${Object.keys(COMMANDS).join(' | ')}\n`)
  process.exitCode = 1
}
