import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { loadCards } from '@evenkeel/playbook/cards'
import {
  createMemoryStore,
  createServer,
  listen,
  silentLog,
  systemChance,
  systemClock,
} from '@evenkeel/server'
import { afterEach, expect, test } from 'vitest'
import { instruct, joinClass, openClass, signIn } from './arrive.ts'

/** Built before the tests run: Node 20 starts no TypeScript. */
const PLAY = fileURLToPath(new URL('../dist/play.js', import.meta.url))

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function serve(): Promise<string> {
  const server = await createServer({
    store: createMemoryStore(),
    clock: systemClock,
    chance: systemChance,
    library: { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) },
    log: silentLog,
    passcode: 'correct horse battery',
    addresses: () => [],
  })
  const port = await listen(server.http, 0, '127.0.0.1')
  endings.push(() => server.stop())
  return `http://127.0.0.1:${port}`
}

function play(...args: string[]) {
  const child = spawn(process.execPath, [PLAY, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let printed = ''
  const waiting = new Set<() => void>()
  const hear = (data: Buffer) => {
    printed += data.toString()
    for (const look of [...waiting]) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const gone = once(child, 'exit')
  endings.push(async () => {
    child.kill()
    await gone
  })
  return {
    type: (line: string) => child.stdin.write(`${line}\n`),
    end: () => child.stdin.end(),
    gone: gone.then(([code]) => code as number),
    all: () => printed,
    shows: (text: string) =>
      new Promise<void>(resolve => {
        const look = () => {
          if (!printed.includes(text)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

test('somebody in a terminal joins, reads a brief, and says a line that the partner gets', async () => {
  const base = await serve()
  const opened = await openClass(await signIn(base, { name: 'Ines', passcode: 'correct horse battery' }), {
    title: 'Try',
    place: 'remote',
  })
  const instructor = instruct(opened)
  const terminal = play(opened.code, 'Ana', '--server', base)
  await terminal.shows('a PRACTICE class, typed')
  terminal.type('Hello?')
  await terminal.shows('Now: wait.')
  const partner = await joinClass(base, opened.code, 'Zoe')
  endings.push(async () => partner.close())
  endings.push(async () => instructor.close())
  const { settings } = (await instructor.until(it => it.console)).class
  const times = { ...settings.times, countIn: 0 }
  await instructor.do('ChangeSettings', { settings: { ...settings, times } })
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
  await terminal.shows('Cue card')
  const place = await partner.until(it => it.place)
  await partner.do('Ready', { place })
  terminal.type('/ready')
  await terminal.shows('the scene runs')
  terminal.type('Good morning from a terminal.')
  const lines = await partner.until(it => {
    const lines = it.seat?.room?.scenes[0]?.lines
    return lines?.length === 1 && lines
  })
  expect(lines[0]?.text).toBe('Good morning from a terminal.')
  terminal.type('/rate attention 4')
  await terminal.shows('Not done: ')
  expect(terminal.all()).not.toContain('\u001b[')
  terminal.end()
  expect(await terminal.gone).toBe(0)
  expect(terminal.all()).toContain('Your seat is kept')
})

test('a wrong code is answered with a sentence', async () => {
  const terminal = play('BKTQMW', 'Ana', '--server', await serve())
  expect(await terminal.gone).toBe(1)
  expect(terminal.all()).toBe("That code doesn't match an open class.\n")
})
