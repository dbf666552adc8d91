/*
 * A server of its own process for tests that kill it. Its clock is the test's: `{ advance: ms }` over the channel to the
 * parent moves it, and a start after a kill is told where the time stands.
 */
import { createServer, listen, openStore, systemChance } from '@evenkeel/server'
import { DrivenClock } from './driven-clock.ts'
import { testParts } from './parts.ts'

const [dataDir = '', port = '0', startsAt = '0'] = process.argv.slice(2)

const clock = new DrivenClock(Number(startsAt))
const server = await createServer(await testParts(await openStore(dataDir), clock, systemChance))

process.on('message', (message: { advance?: number; stop?: true }) => {
  if (message.advance !== undefined) {
    clock.advance(message.advance)
    process.send?.({ now: clock.now() })
  }
  if (message.stop === true) void server.stop().then(() => process.exit(0))
})
process.on('disconnect', () => process.exit(0))

process.send?.({ port: await listen(server.http, Number(port), '127.0.0.1') })
