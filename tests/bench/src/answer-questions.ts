import type { ServerUse } from './figures.ts'

/**
 * The server process's side of Subject: tells what it used up, and stops when told. `beside`: microseconds of CPU time of
 * what works for it in a process of its own.
 */
export function answerQuestions(port: number, stop: () => Promise<void>, beside = () => 0): void {
  process.on('message', (message: { use?: 'now' | 'settled'; stop?: true }) => {
    if (message.use === 'now') process.send?.(use(beside()))
    if (message.use === 'settled') void settled().then(() => process.send?.(use(beside())))
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

function use(cpuBeside: number): ServerUse {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { cpu: user + system, cpuBeside, rss, heap: heapUsed + external }
}
