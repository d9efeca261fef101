import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listen } from './listen.js'

/** What is checked of docker-compose.yml. */
interface Service {
  image: string
  build?: string
  command?: string[]
  entrypoint?: string[]
  environment: Record<string, string>
  volumes: (string | { target: string; read_only?: boolean })[]
  networks: string[]
  ports?: string[]
  read_only?: boolean
  cap_drop: string[]
  security_opt: string[]
  healthcheck: { test?: string[]; disable?: boolean }
}
type ServiceName = 'engine' | 'prepare' | 'site' | 'indexer'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
const { services, networks } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<ServiceName, Service>
  networks: Record<string, { internal?: boolean } | null>
}
const dockerfile = read('Dockerfile')
const finalStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
const manifest = JSON.parse(read('package.json')) as {
  version: string
  optionalDependencies: Record<string, string>
}
const names = Object.keys(services) as ServiceName[]
const ours = names.filter((name) => services[name].build)
const commandOf = (name: ServiceName): string[] => services[name].entrypoint ?? services[name].command ?? []
const healthCheck = services.site.healthcheck.test?.slice(1) ?? []

describe('docker-compose.yml', () => {
  it('keeps the engine to the services inside', () => {
    expect(names.filter((name) => services[name].ports)).toEqual(['site'])
    expect(services.engine.networks).toEqual(['inside'])
    expect(networks['inside']).toEqual({ internal: true })
  })

  it('runs the very version of the engine that is embedded elsewhere', () => {
    const embedded = Object.values(manifest.optionalDependencies)[0]?.split('-').at(-1)
    expect(services.engine.image).toBe(`getmeili/meilisearch:v${embedded}`)
  })

  it('takes the master key from the environment, insists on it, and does not give it to the site', () => {
    const holders = names.filter((name) => 'MEILI_MASTER_KEY' in services[name].environment)
    expect(holders.sort()).toEqual(['engine', 'indexer', 'prepare'])
    for (const name of holders) {
      expect(services[name].environment['MEILI_MASTER_KEY']).toMatch(/^\$\{MEILI_MASTER_KEY:\?.+\}$/)
    }
    expect(JSON.stringify(services.site)).not.toMatch(/MASTER_KEY/)
  })

  it('takes from the environment what the README says, and nothing else', () => {
    const [, told = ''] = /compose takes ([^]*?) from the environment/.exec(read('README.md')) ?? []
    const names = (text: string, pattern: RegExp): string[] => [
      ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
    ]
    const taken = names(read('docker-compose.yml'), /\$\{([A-Z_]+)/g)
    expect(['MEILI_MASTER_KEY', ...names(told, /`([A-Z_]+)`/g)].sort()).toEqual(taken.sort())
  })

  it('gives our own containers as few rights as they need', () => {
    expect(ours.sort()).toEqual(['indexer', 'prepare', 'site'])
    for (const name of ours) {
      expect(services[name]).toMatchObject({
        image: `zhengyan:${manifest.version}`,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      })
    }
    expect(services.site.volumes).toEqual(['archive:/data:ro'])
    expect(services.indexer.volumes).toContainEqual(expect.objectContaining({ target: '/records', read_only: true }))
  })
})

describe('Dockerfile', () => {
  it('ends as an ordinary user, with the site and its health check', () => {
    expect(finalStage).toMatch(/^USER node$/m)
    expect(/^CMD (\[.*\])$/m.exec(finalStage)?.[1]).toBe(JSON.stringify(commandOf('site')).replaceAll(',', ', '))
    expect(/^ +CMD (\[.*\])$/m.exec(finalStage)?.[1]).toBe(JSON.stringify(healthCheck).replaceAll(',', ', '))
    expect(finalStage).toMatch(/^ENV .*\bDATA_DIR=\/data\b/m)
  })

  it('sets up the C library as run.mjs does', () => {
    const set = [...read('run.mjs').matchAll(/'(glibc\.[^']+)'/g)].map(([, one]) => one)
    expect(set.length).toBeGreaterThan(0)
    expect(/^ENV GLIBC_TUNABLES=(.*)$/m.exec(finalStage)?.[1]).toBe(set.join(':'))
  })

  it('copies what is there, and what .dockerignore lets through', () => {
    const admitted = read('.dockerignore').split('\n')
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => files!.split(' '))
    expect(copied).toEqual(expect.arrayContaining(['package.json', 'container.ts', 'indexer', 'server']))
    for (const file of copied) {
      expect(existsSync(path.join(ROOT, file)), file).toBe(true)
      expect(admitted).toContain(`!${file}`)
    }
    for (const command of [...ours.map(commandOf), healthCheck]) {
      const script = command.find((word) => /\.(ts|mjs)$/.test(word)) ?? 'no script'
      expect(copied).toContain(script.split('/')[0])
    }
  })
})

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
})

/** The environment of a service as the file gives it, on this machine and with an engine that does not answer. */
async function environmentOf(name: ServiceName): Promise<NodeJS.ProcessEnv> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhengyan-'))
  cleanUp.push(() => rm(dataDir, { recursive: true, force: true }))
  await writeFile(path.join(dataDir, 'search.key'), 'a key')
  const given = Object.entries(services[name].environment).map(([variable, value]) => [variable, interpolated(value)])
  const here = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, MEILI_URL: `http://127.0.0.1:${await closedPort()}` }
  return { PATH: process.env['PATH'], ...(Object.fromEntries(given) as Record<string, string>), ...here }
}

/** With MEILI_MASTER_KEY set outside and nothing else. */
function interpolated(value: string): string {
  return value.replace(/\$\{MEILI_MASTER_KEY:\?.*\}/, 'a master key').replace(/\$\{\w+:-(.*)\}/, '$1')
}

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Runs a command of the files to its end. */
function run([, ...words]: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, words, { cwd: ROOT, env }, (_error, _stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    )
  })
}

describe('the commands of the containers', () => {
  it('serve a site that says so while the engine does not answer, and end when asked to', async () => {
    const [, ...words] = commandOf('site')
    const site = spawn(process.execPath, words, { cwd: ROOT, env: await environmentOf('site') })
    const ended = once(site, 'exit')
    cleanUp.push(() => (site.kill('SIGKILL'), ended))
    const [line] = (await once(site.stdout.setEncoding('utf8'), 'data')) as [string]
    const port = /:(\d+)\s*$/.exec(line)?.[1] ?? ''
    const answer = await fetch(`http://127.0.0.1:${port}/health`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ status: 'down', documents: 0, indexing: false })
    expect((await run(healthCheck, { PORT: port })).code).toBe(1)
    site.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect((await run(healthCheck, { PORT: port })).code).toBe(1)
  })

  it('call a site healthy that is', async () => {
    const site = await listen((_request, response) => response.end('{"status":"ok"}'), '127.0.0.1', 0)
    cleanUp.push(site.close)
    expect((await run(healthCheck, { PORT: String(site.port) })).code).toBe(0)
  })

  it('say in one sentence that the engine does not answer', async () => {
    const { code, stderr } = await run(commandOf('prepare'), await environmentOf('prepare'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/^搜索引擎没有应答（http:\/\/127\.0\.0\.1:\d+）.*\n$/)
  })

  it('take paths after the name of the indexer', async () => {
    const { code, stderr } = await run([...commandOf('indexer'), '/nowhere'], await environmentOf('indexer'))
    expect(code).toBe(1)
    expect(stderr).toContain('“/nowhere”')
  })
})
