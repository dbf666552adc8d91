import { renderUnicodeCompact } from 'uqr'
import type { EvenkeelServer } from './create-server.ts'
import type { Environment } from './environment.ts'

export interface Announced {
  readonly server: EvenkeelServer
  readonly port: number
  readonly environment: Environment
  readonly addresses: readonly string[]
}

/** Tells whoever started the server where people find it: the one place where a sign-in link is ever shown. */
export async function announce({ server, port, environment, addresses }: Announced): Promise<void> {
  const local = `http://localhost:${port}`
  const forPhones = environment.publicUrl ?? addresses[0]
  const link = await server.link()
  const lines = [
    '',
    '  Evenkeel is running.',
    '',
    `  Trainees       ${forPhones ?? local}`,
    ...(environment.publicUrl === undefined
      ? addresses.slice(1).map(address => `                 ${address}`)
      : []),
    `  Instructor     ${environment.publicUrl ?? local}${link}`,
    '                 (signs you in once; a new one is shown at each start)',
    ...(server.newPasscode === undefined
      ? []
      : [
          '',
          `  Passcode       ${server.newPasscode}`,
          '                 (for instructors on other devices; shown only this once, so write it down)',
        ]),
    ...(forPhones === undefined
      ? ['', '  This machine has no network that phones could share with it.']
      : [
          '',
          ...renderUnicodeCompact(forPhones, { border: 1 })
            .split('\n')
            .map(line => `  ${line}`),
        ]),
    '',
    '  Ctrl+C stops it. Nothing is lost: the class goes on when you start it again.',
    '',
  ]
  console.log(lines.join('\n'))
}
