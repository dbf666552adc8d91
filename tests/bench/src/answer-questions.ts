import type { ServerUse } from './figures.ts'

/** The server process's side of Subject: tells what it used up, and stops when told. */
export function answerQuestions(port: number, stop: () => Promise<void>): void {
  process.on('message', (message: { use?: 'now' | 'settled'; stop?: true }) => {
    if (message.use === 'now') process.send?.(use())
    if (message.use === 'settled') void settled().then(() => process.send?.(use()))
    if (message.stop === true) void stop().finally(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}

/** What is only let go in a later turn, as sockets that have just closed, is collected too. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await new Promise(resolve => setTimeout(resolve, 20))
    globalThis.gc?.()
  }
}

function use(): ServerUse {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { cpu: user + system, rss, heap: heapUsed + external }
}
