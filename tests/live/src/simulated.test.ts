import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCards } from '@evenkeel/playbook/cards'
import { http } from '@evenkeel/protocol'
import { createServer, listen, openStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
import { joinClass, openClass, signIn } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const passcode = 'correct horse battery'
const library = { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) }

async function serve(dataDir: string) {
  const server = await createServer({
    store: await openStore(dataDir),
    clock: systemClock,
    chance: systemChance,
    library,
    log: silentLog,
    passcode,
    addresses: () => [],
  })
  const port = await listen(server.http, 0, '127.0.0.1')
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= server.stop()
    return stopped
  }
  endings.push(stop)
  return { base: `http://127.0.0.1:${port}`, stop }
}

test('[B3] [B4] [B5] a practice scene over real sockets: marked, in no record, and gone after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-simulated-'))
  endings.push(() => rm(dataDir, { recursive: true, force: true }))
  const first = await serve(dataDir)
  const ana = await signIn(first.base, { name: 'Ana', passcode })
  const real = await openClass(ana, { title: 'Real', place: 'remote' })
  const scene = await ana.post('/api/rehearsals', { kind: 'scene' }, http.classHead)
  const officer = await joinClass(first.base, scene.code, 'Ana', { browser: ana })
  await officer.until(({ seat }) => seat?.room?.seat === 'officer')
  expect(officer.seat).toMatchObject({ class: { simulated: true }, room: { customer: null } })

  const classes = await ana.get('/api/classes', http.classList)
  expect(classes.classes.map(each => each.class).sort()).toEqual([real.classId, scene.class].sort())
  expect(await ana.visit('/api/records/classes')).toBe(200)
  expect(ana.heard.at(-1)).toContain(real.classId)
  expect(ana.heard.at(-1)).not.toContain(scene.class)
  expect(await ana.visit(`/api/records/classes/${scene.class}`)).toBe(403)
  officer.close()
  await first.stop()

  const second = await serve(dataDir)
  const again = await signIn(second.base, { name: 'Ana', passcode })
  expect((await again.get('/api/classes', http.classList)).classes.map(each => each.class)).toEqual([
    real.classId,
  ])
})
