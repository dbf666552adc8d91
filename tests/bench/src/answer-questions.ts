import type { ServerUse } from './figures.ts'

/** The server process's side of Subject: tells what it used up, and stops when told. */
export function answerQuestions(port: number, stop: () => Promise<void>): void {
  process.on('message', (message: { use?: 'now' | 'settled'; stop?: true }) => {
    if (message.use !== undefined) {
      if (message.use === 'settled') globalThis.gc?.()
      process.send?.(use())
    }
    if (message.stop === true) void stop().finally(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}

function use(): ServerUse {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { cpu: user + system, rss, heap: heapUsed + external }
}
