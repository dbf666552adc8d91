import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startRedis } from '@evenkeel/server/redis-under-test'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { findCaddy, knownTo } from './harness/caddy.ts'
import { readCompose } from './harness/compose-file.ts'
import { type LockedPackage, nameOf, productionClosure } from './harness/lock-closure.ts'
import { NodeProcess } from './harness/node-process.ts'

/* What the deployment's files do when they are run, as far as that needs no container engine. */

const textOf = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')

describe('what the image holds when it runs', () => {
  const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(textOf('package-lock.json'))
  const closure = productionClosure(packages, 'apps/server')
  const names = new Set([...closure].map(nameOf))

  test('nothing that builds or draws screens, nothing of the tests', () => {
    expect([...names]).toEqual(expect.arrayContaining(['express', 'socket.io', 'engine.io', 'zod', 'redis']))
    expect(closure).toContain('packages/classroom')
    for (const name of ['next', 'react', 'react-dom', 'turbo', 'typescript', 'vitest', 'playwright-core'])
      expect(names, name).not.toContain(name)
    expect(closure).not.toContain('apps/web')
    expect([...names].filter(name => name.startsWith('@next/'))).toEqual([])
  })

  test('what is needed by what is needed would be found', () => {
    const locked = {
      'apps/server': { dependencies: { a: '1', own: '*' } },
      'node_modules/own': { link: true, resolved: 'packages/own' },
      'packages/own': { dependencies: { c: '1' } },
      'node_modules/a': { dependencies: { c: '1' } },
      'node_modules/a/node_modules/c': { peerDependencies: { react: '19', nobody: '1' } },
      'node_modules/c': {},
      'node_modules/react': {},
      'node_modules/else': {},
    }
    expect([...productionClosure(locked, 'apps/server')].map(nameOf).sort()).toEqual(
      ['a', 'apps/server', 'c', 'c', 'packages/own', 'react'].sort(),
    )
    expect(() => productionClosure({ x: { dependencies: { gone: '1' } } }, 'x')).toThrow('gone')
  })
})

test('the health check of a container says yes to a server that is ready, no to one whose Redis is gone, no to none', async () => {
  const { services } = readCompose(parse(textOf('docker-compose.yml'), { merge: true }))
  const [how, program = '', ...args] = services['server-1']?.healthcheck?.test ?? []
  expect([how, program]).toEqual(['CMD', 'node'])
  const redis = await startRedis()
  const server = new NodeProcess({ REDIS_URL: redis.url })
  const port = await server.running()
  // In its container the server has the port that the command names.
  const here = args.map(arg => arg.replace(':3000/', `:${port}/`))
  expect(here).not.toEqual(args)
  const check = () =>
    promisify(execFile)(process.execPath, here).then(
      () => 0,
      (failed: { code?: number }) => failed.code,
    )
  expect(await check()).toBe(0)
  await redis.end()
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status
  await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 30_000, interval: 100 })
  expect(await check()).toBe(1)
  await server.end('SIGKILL')
  expect(await check()).toBe(1)
})

const caddy = findCaddy()
describe.skipIf(caddy === undefined)(
  `what Caddy makes of its file${caddy === undefined ? ' (NOT RUN: there is no Caddy here)' : ''}`,
  () => {
    const serversFor = (site: Readonly<Record<string, string>>) => {
      const folder = mkdtempSync(join(tmpdir(), 'evenkeel-adapt-'))
      const config = join(folder, 'Caddyfile')
      writeFileSync(config, knownTo(caddy ?? '', textOf('deploy/Caddyfile')))
      const adapt = ['adapt', '--adapter', 'caddyfile', '--config', config]
      const env = { PATH: process.env.PATH, HOME: folder, ...site }
      const stdout = execFileSync(caddy ?? '', adapt, { env, encoding: 'utf8', stdio: 'pipe' })
      rmSync(folder, { recursive: true })
      const servers: Readonly<
        Record<
          string,
          {
            readonly listen: readonly string[]
            readonly routes: readonly { readonly match?: readonly { readonly host?: readonly string[] }[] }[]
            readonly automatic_https?: unknown
          }
        >
      > = JSON.parse(stdout).apps.http.servers
      return Object.values(servers).map(({ listen, routes, automatic_https }) => ({
        ...{ listen, automatic_https },
        hosts: routes.flatMap(({ match = [] }) => match.flatMap(({ host = [] }) => host)),
      }))
    }
    const health = { listen: [':8080'], hosts: [], automatic_https: undefined }

    test('with a domain it listens for https and gets a certificate for that name by itself', () => {
      // A named host on :443 has automatic https, as long as nothing turns it off.
      expect(serversFor({ SITE: 'class.example.org' })).toEqual([
        { listen: [':443'], hosts: ['class.example.org'], automatic_https: undefined },
        health,
      ])
    })

    test('without one it is plain http on :80, as docker-compose.yml says it and by itself', () => {
      const plain = [{ listen: [':80'], hosts: [], automatic_https: undefined }, health]
      expect(serversFor({ SITE: ':80' })).toEqual(plain)
      expect(serversFor({})).toEqual(plain)
    })
  },
)

test('a Caddy that was named is there: CADDY_PATH leads to a program or the tests of the balancer fail', () => {
  const named = process.env.CADDY_PATH
  if (!named) return
  expect(caddy, `CADDY_PATH is ${named}`).toBe(named)
  execFileSync(named, ['version'])
})
