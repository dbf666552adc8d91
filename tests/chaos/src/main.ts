/*
 * `npm run chaos -- [--cluster] [--seeds N] [--from SEED] [--faults N] [--only kill,cut] [--longest MS]`: plays classes while
 * things break, one server over a data folder or with --cluster three on one Redis, and prints what was found.
 */
import { parseArgs } from 'node:util'
import { backAfterKill } from './back-after-kill.ts'
import type { Evidence, Violation } from './check/evidence.ts'
import { CLUSTER_FAULTS, type ClusterFault } from './faults/cluster-faults.ts'
import { FAULTS } from './faults/faults.ts'
import { run } from './run.ts'
import { runCluster } from './run-cluster.ts'
import { ADAPTERS, runStock } from './stock/run-stock.ts'

interface Ran {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly brought: readonly string[]
  readonly impossible?: readonly string[]
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        cluster: { type: 'boolean', default: false },
        seeds: { type: 'string', default: '5' },
        from: { type: 'string', default: '1' },
        faults: { type: 'string', default: '8' },
        only: { type: 'string' },
        longest: { type: 'string' },
      },
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value > 0
    ? value
    : refuse(`--${name} must be a whole number from 1 on.`)
}

/** Those of the known faults that were asked for; all of them where nobody asked. */
function chosen<Fault extends string>(known: readonly Fault[], asked: string | undefined): readonly Fault[] {
  if (asked === undefined) return known
  const words = asked.split(',')
  const strange = words.find(word => !known.some(fault => fault === word))
  if (strange !== undefined) refuse(`There is no fault "${strange}". There are: ${known.join(', ')}.`)
  return known.filter(fault => words.includes(fault))
}

const options = readOptions()
const seeds = wholeNumber('seeds', options.seeds)
const from = wholeNumber('from', options.from)
const faults = wholeNumber('faults', options.faults)
const longest = wholeNumber('longest', options.longest ?? (options.cluster ? '1500' : '10000'))

function play(seed: number, count = faults): Promise<Ran> {
  return options.cluster
    ? runCluster({ seed, faults: count, only: chosen(CLUSTER_FAULTS, options.only), longest })
    : run({ seed, faults: count, only: chosen(FAULTS, options.only), longest })
}

function tell(seed: number, { evidence, violations, brought, impossible = [] }: Ran): void {
  const frames = evidence.devices.reduce((sum, device) => sum + device.frames.length, 0)
  const figures = [evidence.journal.length, evidence.commands.length, frames, violations.length]
  const columns = figures.map(figure => String(figure).padStart(10)).join('')
  const left = impossible.length === 0 ? '' : ` (not possible here: ${[...new Set(impossible)].join(' ')})`
  console.log(`${String(seed).padEnd(5)}${columns}  ${brought.join(' ')}${left}`)
  for (const { broken, what } of violations.slice(0, 20)) console.log(`  ${broken}: ${what}`)
  if (violations.length === 0) return
  const kind = options.cluster ? '--cluster ' : ''
  console.log(`  again: npm run chaos -- ${kind}--seeds 1 --from ${seed} --faults ${faults}`)
}

/** The first schedule once more, with what Socket.IO offers for several servers on one Redis; and how soon people are back. */
async function tellBeside(brought: readonly ClusterFault[]): Promise<void> {
  console.log(`Plain Socket.IO with its own Redis adapters, the faults of seed ${from}, six people:`)
  for (const adapter of ADAPTERS) {
    const { acknowledged, lost, doubled, reordered } = await runStock(adapter, from, brought, longest)
    console.log(
      `  ${adapter.padEnd(8)} ${acknowledged} lines acknowledged; ${lost} times one was not heard, ${doubled} times twice, ${reordered} times in another order`,
    )
  }
  const { clients, cut, p50, p99 } = await backAfterKill(400)
  console.log(
    `After kill -9 of a server with ${cut} of ${clients} people: back and caught up after ${Math.round(p50)} ms (p50), ${Math.round(p99)} ms (p99).`,
  )
}

/**
 * A run takes its faults from the seed one after another, so fewer of them are its beginning: the fewest that still break a rule.
 * Real processes do not come out the same each time; what does not fail again is told as it was.
 */
async function tellShortest(seed: number): Promise<void> {
  for (let fewer = 1; fewer < faults; fewer += 1) {
    const { violations, brought } = await play(seed, fewer)
    const [first] = violations
    if (first === undefined) continue
    console.log(`  shortest found: ${fewer} faults (${brought.join(' ')}): ${first.broken}: ${first.what}`)
    return
  }
}

let failed = 0
let schedule: readonly ClusterFault[] | undefined
console.log('seed     events  commands    frames violations  faults')
for (let seed = from; seed < from + seeds; seed += 1) {
  const ran = await play(seed)
  tell(seed, ran)
  schedule ??= ran.brought.flatMap(fault => CLUSTER_FAULTS.find(known => known === fault) ?? [])
  if (ran.violations.length === 0) continue
  failed += 1
  await tellShortest(seed)
}
console.log(
  failed === 0
    ? `Nothing was lost, doubled, reordered or leaked in ${seeds} runs of ${faults} faults.`
    : `${failed} of ${seeds} runs broke a rule.`,
)
if (options.cluster && schedule !== undefined) await tellBeside(schedule)
process.exitCode = failed === 0 ? 0 : 1
