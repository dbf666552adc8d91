import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadCards } from '@evenkeel/playbook/cards'
import {
  type Clock,
  createServer,
  listen,
  openRedisStore,
  openStore,
  silentLog,
  systemChance,
  systemClock,
} from '@evenkeel/server'
import { PASSCODE } from './passcode.ts'
import { type AnyBug, planted } from './planted/planted-bugs.ts'

/**
 * The real server over a data folder or a Redis, whose wall clock a run may move. Arguments: folder, port, a planted bug or
 * nothing, the address of a Redis or nothing.
 */
const [dataDir = '', port = '0', bug = '', redisUrl = ''] = process.argv.slice(2)

const restarted = existsSync(join(dataDir, 'evenkeel.db'))
let offset = 0
const clock: Clock = {
  now: () => Date.now() + offset,
  after: (ms, run) => systemClock.after(ms, run),
}
const opened =
  redisUrl === ''
    ? await openStore(dataDir)
    : await openRedisStore({ url: redisUrl, clock, failed: () => {} })
const cards = await loadCards()
const server = await createServer({
  store: await planted(opened, bug as AnyBug | '', restarted, redisUrl),
  clock,
  chance: systemChance,
  library: { cards: new Map(cards.map(({ hash, card }) => [hash, card])) },
  log: silentLog,
  passcode: PASSCODE,
  addresses: () => [],
  grace: 2_000,
})

process.on('message', (message: { jump?: number; stop?: true }) => {
  if (message.stop === true) void server.stop().then(() => process.exit(0))
  offset += message.jump ?? 0
  process.send?.({ jumped: offset })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ port: await listen(server.http, Number(port), '127.0.0.1') })
