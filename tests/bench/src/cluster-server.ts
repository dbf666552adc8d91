/* Evenkeel as it is started with REDIS_URL, with a Redis of its own beside it. */
import { loadCards } from '@evenkeel/playbook/cards'
import { createServer, listen, openRedisStore, silentLog, systemChance, systemClock } from '@evenkeel/server'
import { answerQuestions } from './answer-questions.ts'
import { PASSCODE } from './passcode.ts'
import { redisBeside } from './redis-beside.ts'

const redis = await redisBeside()
const server = await createServer({
  store: await openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} }),
  clock: systemClock,
  chance: systemChance,
  library: { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) },
  log: silentLog,
  passcode: PASSCODE,
  addresses: () => [],
})
const port = await listen(server.http, 0, '127.0.0.1')
answerQuestions(
  port,
  async () => {
    await server.stop()
    await redis.end()
  },
  () => redis.cpu(),
)
