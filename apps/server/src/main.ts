import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { BadCards, loadCards } from '@evenkeel/playbook/cards'
import { lanAddresses } from './access/addresses.ts'
import { announce } from './announce.ts'
import { systemChance } from './chance.ts'
import { systemClock } from './clock.ts'
import { createServer, type EvenkeelServer } from './create-server.ts'
import { EnvironmentError, readEnvironment } from './environment.ts'
import { openRedisStore } from './journal/open-redis-store.ts'
import { DataFolderError, openStore } from './journal/open-store.ts'
import { listen, PortError } from './listen.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics/metrics.ts'
import { metricsServer } from './metrics/metrics-server.ts'
import { RedisError } from './redis/connect.ts'
import { causeOf } from './redis/outcome.ts'

/** Five seconds to stop, then the process ends whatever still hangs. */
const LAST_CALL = 5_000

const webDir = fileURLToPath(new URL('../../web/out', import.meta.url))

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const cards = await loadCards()
  const log = openLog(environment.logLevel)
  const failed = (what: string, cause: unknown) => log.error({ what, cause: causeOf(cause) }, 'failed')
  const { redisUrl, deployment, dataDir } = environment
  const store =
    redisUrl === undefined
      ? await openStore(dataDir)
      : await openRedisStore({ url: redisUrl, deployment, clock: systemClock, failed })
  let port = environment.port
  let server: EvenkeelServer | undefined
  const metrics = environment.metricsPort === undefined ? undefined : openMetrics()
  try {
    server = await createServer({
      store,
      clock: systemClock,
      chance: systemChance,
      library: { cards: new Map(cards.map(({ hash, card }) => [hash, card])) },
      log,
      publicUrl: environment.publicUrl,
      passcode: environment.passcode,
      retentionDays: environment.retentionDays,
      webDir: existsSync(webDir) ? webDir : undefined,
      addresses: () => lanAddresses(networkInterfaces(), port),
      metrics,
      simulated: environment.simulated,
    })
    if (metrics !== undefined && environment.metricsPort !== undefined) {
      const watched = metricsServer(metrics)
      await listen(watched, environment.metricsPort, environment.host)
      watched.unref()
    }
    port = await listen(server.http, environment.port, environment.host)
  } catch (error) {
    await (server === undefined ? store.close() : server.stop())
    throw error
  }
  await announce({ server, port, environment, addresses: lanAddresses(networkInterfaces(), port) })
  stopOnSignal(server)
}

function stopOnSignal(server: EvenkeelServer): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), LAST_CALL).unref()
    server.stop().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

start().catch((error: unknown) => {
  const expected =
    error instanceof EnvironmentError ||
    error instanceof DataFolderError ||
    error instanceof PortError ||
    error instanceof RedisError ||
    error instanceof BadCards
  console.error(expected ? error.message : error)
  process.exitCode = 1
})
