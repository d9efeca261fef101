#!/usr/bin/env node
/**
 * The way in for every command: installs what is missing, then runs it. Plain JavaScript without dependencies, since
 * on a fresh clone there are none.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = path.dirname(fileURLToPath(import.meta.url))
const NEEDED_NODE = [20, 19]

const text = {
  node: `需要 Node.js ${NEEDED_NODE.join('.')} 或更高版本，当前是 ${process.version}。请从 nodejs.org 安装。`,
  compiler:
    '缺少 C++ 编译工具（g++、make、python3），请先安装，例如在 Debian 或 Ubuntu 上运行：apt install g++ make python3',
  installing: '正在安装依赖，首次运行需要一两分钟……',
  installFailed: '依赖安装失败，请检查网络和 npm 的设置后重试。',
  browser: '缺少用于测试的浏览器，请安装 Chromium，例如在 Debian 或 Ubuntu 上运行：apt install chromium fonts-noto-cjk',
  unknown: (name) => `没有“${name}”这个命令。可用：start、test、index、prepare、evaluate、bench、serve。`,
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) fail(text.node)
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** No installation takes so long; the id of a process that has ended may be given again. */
const LONGEST_INSTALL_MS = 3_600_000
/** One that has put up its mark says at once which process it is, unless it is ended or the disk is full. */
const UNNAMED_MS = 2_000

/** Whether the installation that has put up the mark is at work no more; not where the mark has just been taken down. */
function isOver(mark) {
  try {
    const pid = Number(readFileSync(mark, 'utf8'))
    const age = Date.now() - statSync(mark).mtimeMs
    return pid > 0 ? !isAlive(pid) || age > LONGEST_INSTALL_MS : age > UNNAMED_MS
  } catch {
    return false
  }
}

/** One at a time: two that install at once take each other's files away. What a dead one has left does not count. */
function exclusively(action) {
  const mark = path.join(ROOT, '.installing')
  for (;;) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isOver(mark)) rmSync(mark, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    return action()
  } finally {
    rmSync(mark, { force: true })
  }
}

/** Installs exactly what the lockfile says, when it was not installed yet or has changed since. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(ROOT, 'node_modules', '.installed')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (isDone()) return
  if (
    process.platform !== 'win32' &&
    !((has('c++') || has('g++') || has('clang++')) && has('make') && has('python3'))
  ) {
    fail(text.compiler)
  }
  const installed = exclusively(() => {
    if (isDone()) return true
    process.stderr.write(`${text.installing}\n`)
    // Standard output is for what the command itself prints.
    const { status } = spawnSync('npm', ['ci', '--include=dev'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    if (status === 0) writeFileSync(stamp, lock)
    return status === 0
  })
  if (!installed) fail(text.installFailed)
}

/** Runs a TypeScript module of the project in this process. */
async function run(module, args) {
  // Nobody may be there any more to read what is said (`| head`, a terminal that was closed): the work is done all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const { register } = await import('tsx/esm/api')
  register()
  // On Windows a path (C:\…) is no address to import from.
  const { main } = await import(pathToFileURL(path.join(ROOT, module)).href)
  process.exitCode = await main(args, process.env)
}

/** The headless shell, which Playwright itself uses too, takes half the time of the others. */
const SYSTEM_BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
)

/** The browser that Playwright is to start: the system's where there is one, else Playwright's own. */
function findBrowser() {
  const system = SYSTEM_BROWSERS.find(existsSync)
  if (system) return { ZHENGYAN_BROWSER: system }
  const own = spawnSync('npx', ['playwright', 'install', 'chromium'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (own.status !== 0) fail(text.browser)
  return {}
}

/** What a command prints, and how it ends. */
function outputOf([command, ...args], options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', (error) => resolve({ output: `${error.message}\n`, status: 1 }))
    child.on('close', (status) => resolve({ output, status }))
  })
}

/** Every check and every test, in the order in which they fail fastest; ends with the sum of all tests. */
async function test() {
  const browser = findBrowser()
  const reports = mkdtempSync(path.join(tmpdir(), 'zhengyan-test-'))
  const bin = (name) => path.join(ROOT, 'node_modules', '.bin', name)
  const report = (name) => path.join(reports, `${name}.json`)
  // Unit and integration tests in one go: the ones use the time in which the others wait for the engine.
  const vitest = [
    bin('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('vitest')}`,
  ]
  const checks = [
    [bin('tsc'), '--noEmit'],
    [bin('eslint'), '.'],
    [bin('prettier'), '--check', '--log-level=warn', '.'],
  ]
  const tests = [vitest, [bin('playwright'), 'test']]
  const env = { ...process.env, ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') }
  const nameOf = ([command, ...args]) =>
    `\n> ${path.basename(command)} ${args.filter((arg) => !arg.startsWith('--output')).join(' ')}\n`
  let failedSteps = 0
  // The checks use a core each, and run side by side.
  const checking = checks.map((check) => outputOf(check, { cwd: ROOT, env }))
  for (const [index, check] of checks.entries()) {
    const { output, status } = await checking[index]
    process.stdout.write(nameOf(check) + output)
    if (status !== 0) failedSteps++
  }
  for (const step of tests) {
    process.stdout.write(nameOf(step))
    const [command, ...args] = step
    if (spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env }).status !== 0) failedSteps++
  }
  const { passed, failed, skipped } = countTests(reports)
  rmSync(reports, { recursive: true, force: true })
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exit(failedSteps > 0 || failed > 0 || passed === 0 ? 1 : 0)
}

function countTests(reports) {
  const read = (name) =>
    existsSync(path.join(reports, name)) ? JSON.parse(readFileSync(path.join(reports, name), 'utf8')) : null
  const vitest = read('vitest.json')
  const { stats } = read('e2e.json') ?? { stats: {} }
  return {
    passed: (vitest?.numPassedTests ?? 0) + (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (vitest?.numFailedTests ?? 0) + (stats.unexpected ?? 0),
    skipped: (vitest?.numPendingTests ?? 0) + (stats.skipped ?? 0),
  }
}

checkNode()
// For every process that is started from here, as far as the C library of Linux knows them. The dictionary is hundreds of
// thousands of small pieces of memory, which are laid out three times as fast in large pages; what is large is given
// back as soon as it is free, and few threads have heaps of their own: 50 MB less with a hundred thousand documents.
process.env.GLIBC_TUNABLES ??= [
  'glibc.malloc.hugetlb=1',
  'glibc.malloc.mmap_threshold=2097152',
  'glibc.malloc.arena_max=2',
].join(':')
const [command = '', ...given] = process.argv.slice(2)
// npm keeps the `--` before options for itself; who is used to it writes it here, too.
const args = given[0] === '--' && given.some((one) => /^--./.test(one)) ? given.slice(1) : given
const MODULES = {
  start: 'start.ts',
  serve: 'server/main.ts',
  index: 'indexer/cli.ts',
  prepare: 'indexer/prepare.ts',
  evaluate: 'e2e/evaluate/cli.ts',
  bench: 'e2e/bench/cli.ts',
}
if (command !== 'test' && !Object.hasOwn(MODULES, command)) fail(text.unknown(command))
install()
if (command === 'test') await test()
else await run(MODULES[command], args)
