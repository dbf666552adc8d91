import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Browser, Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCompose } from './harness/compose-file.ts'

/** No container engine is needed: these are the promises that the files make. */
const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const textOf = (path: string) => readFileSync(root(path), 'utf8')

const yaml = (text: string): unknown => parse(text, { merge: true })
const compose = readCompose(yaml(textOf('docker-compose.yml')))
const { services } = compose
const caddyfile = textOf('deploy/Caddyfile')
const dockerfile = textOf('Dockerfile')

const serversOf = () => Object.keys(services).filter(name => services[name]?.build !== undefined)

test('there are a balancer, two servers and one Redis, and each of them is asked whether it is well', () => {
  expect(Object.keys(services).sort()).toEqual(['balancer', 'redis', 'server-1', 'server-2'])
  for (const [name, service] of Object.entries(services)) {
    expect(service.healthcheck?.test.length, name).toBeGreaterThan(1)
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(services[needed], `${name} needs ${needed}`).toBeDefined()
      expect(condition).toBe('service_healthy')
    }
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':')
      if (source.startsWith('./')) expect(existsSync(root(source)), volume).toBe(true)
      else expect(Object.keys(compose.volumes ?? {}), volume).toContain(source)
    }
  }
})

test.each([
  ['a key written wrongly', '    restart: unless-stopped', '    restarts: unless-stopped', /restarts/],
  ['a key of a check written wrongly', '      retries: 3', '      retry: 3', /retry/],
  ['a key at the top', 'volumes:\n  redis:', 'volume:\n  redis:', /"volume"/],
  ['a time without its unit', 'interval: 5s', 'interval: 5', /interval/],
  ['a condition that there is not', 'condition: service_healthy', 'condition: healthy', /condition/],
  [
    'a place that is mounted twice',
    '      - redis:/data',
    '      - redis:/data\n      - redis:/data',
    /twice/,
  ],
  ['a port that is opened twice', '      - "80:80"', '      - "80:80"\n      - "80:80"', /twice/],
  ['a restart that there is not', 'restart: unless-stopped', 'restart: sometimes', /restart/],
])('the file is of the Compose specification: %s is refused', (_, right, wrong, named) => {
  const text = textOf('docker-compose.yml')
  expect(text).toContain(right)
  expect(() => readCompose(yaml(text.replace(right, wrong)))).toThrow(named)
})

test('Redis saves before it answers, keeps everything, and is reachable from the servers alone', () => {
  const line = [services.redis?.command ?? []].flat().join(' ')
  expect(line).toMatch(/--appendonly yes --appendfsync always --maxmemory-policy noeviction/)
  expect(services.redis?.volumes).toEqual(['redis:/data'])
  expect(services.redis?.ports).toBeUndefined()
  expect(services.redis?.image).toMatch(/^redis:7/)
})

test('the servers are the same image, share the Redis, say honestly whether they are ready, and take only settings that exist', () => {
  const known = [...textOf('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  for (const name of serversOf()) {
    const { environment = {}, ports, healthcheck, read_only } = services[name] ?? {}
    expect(environment.REDIS_URL).toBe('redis://redis:6379/0')
    expect(environment.INSTRUCTOR_PASSCODE).toContain(':?')
    for (const setting of Object.keys(environment)) expect(known).toContain(setting)
    expect(healthcheck?.test.join(' ')).toContain('/readyz')
    expect(ports).toBeUndefined()
    expect(read_only).toBe(true)
  }
})

test('the balancer knows every server, gives one class to one server by what devices really send, and asks who is ready', () => {
  const upstreams = /reverse_proxy (.+) \{/.exec(caddyfile)?.[1]?.split(' ')
  expect(upstreams).toEqual(serversOf().map(name => `${name}:3000`))
  expect(dockerfile).toContain('PORT=3000')
  const [, header = '-', key = ''] = /request_header (\S+) \{query\.(\w+)\}/.exec(caddyfile) ?? []
  expect(caddyfile).toContain(`lb_policy header ${header}\n`)
  const device = new Simulant({
    browser: new Browser('http://127.0.0.1:1'),
    classId: 'k1',
    as: { kind: 'instructor' },
    newId: () => 'none',
  })
  device.close()
  expect(device.socket.io.opts.query).toMatchObject({ [key]: 'k1' })
  expect(textOf('apps/web/src/live/class-link.ts')).toContain(`query: { ${key}: classId }`)
  expect(caddyfile).toContain('health_uri /readyz')
  expect(caddyfile).toContain('{$SITE::80}')
  expect(services.balancer?.environment?.SITE).toBe(`\${DOMAIN:-:80}`)
})

test('the image is small: pruned, production dependencies only, no builder of screens, nobody is root', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1)
  expect(stages.map(stage => stage.split(/\s/)[0])).toEqual(Array(4).fill('node:24-slim'))
  const last = stages.at(-1) ?? ''
  expect(last).not.toMatch(/npm |npx /)
  expect(last).toMatch(/^USER node$/m)
  expect(last).toContain('CMD ["node", "apps/server/dist/main.js"]')
  expect(stages[2]).toMatch(/COPY --from=repository \/run\/json\/ \.\/\nRUN npm ci --omit=dev/)
  const { dependencies } = JSON.parse(textOf('apps/server/package.json')) as {
    dependencies: Record<string, string>
  }
  expect(dependencies.next).toBeUndefined()
  // What was built, of every package; its other dependencies are the production ones.
  expect(stages[1]).toMatch(
    /cp -r --parents packages\/\*\/dist packages\/playbook\/cards apps\/server\/dist apps\/web\/out \/product/,
  )
  expect(last).toContain('COPY --from=modules /app/ ./\nCOPY --from=built /product/ ./')
  const shared = Object.keys(dependencies).filter(name => name.startsWith('@evenkeel/'))
  for (const name of shared)
    expect(existsSync(root(`packages/${name.replace('@evenkeel/', '')}`)), name).toBe(true)
  for (const folder of ['node_modules', 'dist', '.git', 'data', '.env'])
    expect(textOf('.dockerignore')).toContain(folder)
})
