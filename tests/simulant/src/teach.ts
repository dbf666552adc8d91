import { parseArgs } from 'node:util'
import { instruct, openClass, signIn } from './arrive.ts'
import { openConsole } from './terminal/console.ts'
import { row } from './terminal/row.ts'
import { classOverview, readLesson, teach } from './terminal/teaching.ts'

const USAGE = `  npm run teach -- --passcode WORDS | --link ADDRESS
      [--name Ines] [--title "Tuesday class"] [--minutes 90] [--same-room] [--assessed]
      [--server http://localhost:3000]`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      server: { type: 'string', default: 'http://localhost:3000' },
      passcode: { type: 'string' },
      link: { type: 'string' },
      name: { type: 'string', default: 'Instructor' },
      title: { type: 'string', default: 'A class' },
      minutes: { type: 'string', default: '90' },
      'same-room': { type: 'boolean', default: false },
      assessed: { type: 'boolean', default: false },
    },
  })
  const { passcode, link, name, title } = values
  if (passcode === undefined && link === undefined) {
    console.log(USAGE)
    process.exitCode = 1
    return
  }
  const base = link?.startsWith('http') ? new URL(link).origin : values.server
  const how = link === undefined ? { name, passcode: passcode ?? '' } : { link: pathOf(link) }
  const opened = await openClass(await signIn(base, how), {
    title,
    minutes: Number(values.minutes),
    kind: values.assessed ? 'assessed' : 'practice',
    place: values['same-room'] ? 'same-room' : 'remote',
  })
  const terminal = openConsole(process.stdin, process.stdout, process.env.NO_COLOR)
  const device = instruct(opened, ['console'], { reconnectAfter: 1_000 })
  const view = await device.until(it => it.console)
  terminal.print([
    row(`Your class is open. Code: ${opened.code}`, 'title'),
    row(`  npm run play -- ${opened.code} NAME --server ${base}`),
    ...classOverview(view, device.names),
  ])
  await teach(device, terminal, readLesson)
  terminal.print([row('  You have left. The class stays open until somebody closes it.', 'quiet')])
  device.close()
  process.exit(0)
}

/** The path of a link that was pasted whole. */
const pathOf = (link: string) => (link.startsWith('http') ? link.slice(new URL(link).origin.length) : link)

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
