/*
 * `npm run chaos -- [--cluster] [--seeds N] [--from SEED] [--faults N] [--only kill,cut] [--longest MS]`: plays classes while
 * things break, one server over a data folder or with --cluster three on one Redis, and prints what was found.
 */
import { parseArgs } from 'node:util'
import type { Evidence, Violation } from './check/evidence.ts'
import { CLUSTER_FAULTS } from './faults/cluster-faults.ts'
import { FAULTS } from './faults/faults.ts'
import { run } from './run.ts'
import { runCluster } from './run-cluster.ts'

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

function play(seed: number): Promise<Ran> {
  return options.cluster
    ? runCluster({ seed, faults, only: chosen(CLUSTER_FAULTS, options.only), longest })
    : run({ seed, faults, only: chosen(FAULTS, options.only), longest })
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

let failed = 0
console.log('seed     events  commands    frames violations  faults')
for (let seed = from; seed < from + seeds; seed += 1) {
  const ran = await play(seed)
  tell(seed, ran)
  if (ran.violations.length > 0) failed += 1
}
console.log(
  failed === 0
    ? `Nothing was lost, doubled, reordered or leaked in ${seeds} runs of ${faults} faults.`
    : `${failed} of ${seeds} runs broke a rule.`,
)
process.exitCode = failed === 0 ? 0 : 1
