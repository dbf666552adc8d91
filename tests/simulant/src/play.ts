import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { joinClass } from './arrive.ts'
import { Browser, Refused } from './browser.ts'
import { NotLetIn } from './not-let-in.ts'
import { Simulant } from './simulant.ts'
import { openConsole } from './terminal/console.ts'
import { row } from './terminal/row.ts'
import { keepSeat, keptSeat } from './terminal/seat-file.ts'
import { sit } from './terminal/sitting.ts'

const USAGE = `  npm run play -- CODE NAME [--server http://localhost:3000] [--seat-file FILE]

  CODE       what your instructor shows, like BK7 4QM
  NAME       how the others see you
  FILE       keeps your seat, so that starting again goes on where you were`

const RECONNECT_AFTER = 1_000

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string', default: 'http://localhost:3000' },
      'seat-file': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [code, ...rest] = positionals
  const name = rest.join(' ')
  if (values.help || code === undefined || name === '') {
    console.log(USAGE)
    process.exitCode = values.help ? 0 : 1
    return
  }
  const base = values.server.replace(/\/$/, '')
  const terminal = openConsole(process.stdin, process.stdout, process.env.NO_COLOR)
  const device = await takeSeat(base, code, name, values['seat-file'])
  await sit(device, terminal)
  terminal.print([row('  You have left. Your seat is kept for you on the server.', 'quiet')])
  device.close()
  terminal.close()
  process.exit(0)
}

/** The seat from the file if the server still knows it, else a new one. */
async function takeSeat(
  base: string,
  code: string,
  name: string,
  file: string | undefined,
): Promise<Simulant> {
  const kept = file === undefined ? undefined : await keptSeat(file, base, code)
  if (kept !== undefined) {
    const browser = new Browser(base)
    browser.bring(kept.cookies)
    const device = new Simulant({
      browser,
      classId: kept.classId,
      as: { kind: 'seat', seat: kept.seat },
      newId: () => randomUUID(),
      reconnectAfter: RECONNECT_AFTER,
    })
    device.follow('seat')
    try {
      await device.until(({ seat }) => seat)
      return device
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error
      device.close()
    }
  }
  const browser = new Browser(base)
  const device = await joinClass(base, code, name, { browser, reconnectAfter: RECONNECT_AFTER })
  if (file !== undefined) {
    const { classId, seatHandle: seat } = device
    await keepSeat(file, { base, code, classId, seat, cookies: browser.cookies ?? '' })
  }
  return device
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return 'No server answers there. Is it running, and is the address right? (--server)'
  }
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error))
  process.exit(1)
})
