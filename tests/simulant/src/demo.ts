import { networkInterfaces } from 'node:os'
import { parseArgs } from 'node:util'
import { renderDebrief } from '@evenkeel/insight'
import { systemClock } from '@evenkeel/server'
import { classSummary } from './demo/class-summary.ts'
import { fastClock } from './demo/fast-clock.ts'
import { playClass } from './demo/play-class.ts'
import { setUp } from './demo/stage.ts'

const USAGE = `  npm run demo                    a simulated class at human pace, to look on
  npm run demo -- --headless      a class of 24 in under a minute, with each scene's debrief
      --seed 7  --people 24  --pairings 2  --speed 45  --scene 180`

function readArguments() {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      seed: { type: 'string', default: '7' },
      people: { type: 'string', default: '24' },
      pairings: { type: 'string', default: '2' },
      speed: { type: 'string' },
      scene: { type: 'string' },
    },
  })
  const { headless } = values
  return {
    headless,
    help: values.help,
    people: whole('--people', values.people, 2, 60),
    pairings: whole('--pairings', values.pairings, 1, 6),
    seed: whole('--seed', values.seed, 0, 2 ** 32 - 1),
    speed: whole('--speed', values.speed ?? (headless ? '45' : '1'), 1, 200),
    scene: whole('--scene', values.scene ?? (headless ? '180' : '300'), 10, 3_600) * 1_000,
  }
}

function whole(name: string, text: string, from: number, to: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new Error(`${name} must be a whole number from ${from} to ${to}.`)
  }
  return value
}

async function main(): Promise<void> {
  const started = performance.now()
  const { help, headless, ...plan } = readArguments()
  if (help) return console.log(USAGE)
  const port = headless ? 0 : whole('PORT', process.env.PORT ?? '3000', 0, 65_535)
  const clock = plan.speed === 1 ? systemClock : fastClock(plan.speed)
  const stage = await setUp({ clock, port, ...(headless && { host: '127.0.0.1', seed: plan.seed }) })
  let striking: Promise<void> | undefined
  const strike = () => {
    striking ??= stage.strike()
    return striking
  }
  const leave = () => void strike().finally(() => process.exit(0))
  process.on('SIGINT', leave).on('SIGTERM', leave)

  const link = headless ? undefined : await stage.link()
  const scenes = await playClass(stage, plan, {
    opened: code => {
      if (link !== undefined) announce(stage.port, code, link)
    },
    played: ({ round, scenes, names }) => {
      if (!headless) return console.log(`  Round ${round} is over: ${scenes.length} scenes.`)
      for (const scene of scenes) console.log(`${renderDebrief(scene, { names, width: 100 }).join('\n')}\n`)
    },
  })
  console.log(classSummary(scenes).join('\n'))
  console.log(
    `\n  ${plan.people} simulated people, ${((performance.now() - started) / 1_000).toFixed(1)} s in all.`,
  )
  if (headless) {
    await strike()
    process.exit(0)
  }
  console.log('  The class is over. The server stays until Ctrl+C.')
}

function announce(port: number, code: string, link: string): void {
  const here = Object.values(networkInterfaces())
    .flatMap(each => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
  const rows = [
    '',
    '  A simulated class is running. Everybody in it is made up.',
    '',
    `  Look on        ${link}`,
    '                 (signs you in once, as an instructor)',
    `  Join it        http://localhost:${port} with the code ${code}`,
    ...here.map(({ address }) => `                 http://${address}:${port}`),
    `  In a terminal  npm run play -- ${code} YOUR-NAME --server http://localhost:${port}`,
    '',
    '  Ctrl+C ends it. Nothing of it is kept.',
    '',
  ]
  console.log(rows.join('\n'))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
