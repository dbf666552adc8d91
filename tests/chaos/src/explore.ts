import type { Evidence, Violation } from './check/evidence.ts'
import { TOO_BUSY } from './own-delay.ts'
import { shortest } from './shortest.ts'

/** What one run came to, whatever kind of faults it was made of. */
export interface Ran<Fault extends string> {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly brought: readonly Fault[]
  readonly impossible?: readonly Fault[]
  readonly ownDelay: number
}

export interface ExploreOptions<Fault extends string> {
  readonly seeds: number
  readonly from: number
  /** What tells `npm run chaos` which kind of run it was. */
  readonly kind: '' | '--cluster '
  /** All that could come. */
  readonly known: readonly Fault[]
  /** Exactly these faults in each run. */
  readonly schedule?: readonly Fault[] | undefined
  readonly play: (seed: number, schedule?: readonly Fault[]) => Promise<Ran<Fault>>
  readonly tell: (line: string) => void
}

export interface Explored<Fault extends string> {
  readonly failed: number
  /** Runs in which no rule was broken on a machine that was too busy for that to say anything. */
  readonly voided: number
  /** The faults of the first run. */
  readonly first: readonly Fault[]
}

/** Plays seed after seed. Of each that breaks a rule it tells the shortest schedule that does so again. */
export async function explore<Fault extends string>(
  options: ExploreOptions<Fault>,
): Promise<Explored<Fault>> {
  const { seeds, from, known, schedule, play, tell } = options
  let [failed, voided] = [0, 0]
  const counts = new Map<Fault, number>()
  let first: readonly Fault[] | undefined
  tell('seed     events  commands    frames violations  faults')
  for (let seed = from; seed < from + seeds; seed += 1) {
    const ran = await play(seed, schedule)
    first ??= ran.brought
    for (const fault of ran.brought) counts.set(fault, (counts.get(fault) ?? 0) + 1)
    tellRun(seed, ran, tell)
    if (ran.violations.length > 0) {
      failed += 1
      await tellShortest(seed, ran.brought, options)
    } else if (ran.ownDelay > TOO_BUSY) {
      voided += 1
      tell(
        `  void: this machine is too busy. The run waited ${ran.ownDelay.toFixed(0)} ms for the processor (p99), more than ${TOO_BUSY}.`,
      )
    }
  }
  tell(`brought: ${countsOf(known, counts)}`)
  return { failed, voided, first: first ?? [] }
}

/** Those that never came too: what was not brought is not shown to hold. */
const countsOf = <Fault extends string>(
  known: readonly Fault[],
  counts: ReadonlyMap<Fault, number>,
): string => known.map(fault => `${fault} ${counts.get(fault) ?? 0}`).join(', ')

function tellRun<Fault extends string>(
  seed: number,
  { evidence, violations, brought, impossible = [] }: Ran<Fault>,
  tell: (line: string) => void,
): void {
  const frames = evidence.devices.reduce((sum, device) => sum + device.frames.length, 0)
  const figures = [evidence.journal.length, evidence.commands.length, frames, violations.length]
  const columns = figures.map(figure => String(figure).padStart(10)).join('')
  const left = impossible.length === 0 ? '' : ` (not possible here: ${[...new Set(impossible)].join(' ')})`
  tell(`${String(seed).padEnd(5)}${columns}  ${brought.join(' ')}${left}`)
  for (const { broken, what } of violations.slice(0, 20)) tell(`  ${broken}: ${what}`)
}

async function tellShortest<Fault extends string>(
  seed: number,
  brought: readonly Fault[],
  { kind, play, tell }: ExploreOptions<Fault>,
): Promise<void> {
  const found = await shortest(brought, async faults => (await play(seed, faults)).violations[0])
  const faults = found?.faults ?? brought
  if (found === undefined) tell('  nothing shorter broke a rule again')
  else {
    const { broken, what } = found.violation
    tell(
      `  shortest found: ${faults.length} of ${brought.length} faults (${faults.join(' ')}): ${broken}: ${what}`,
    )
  }
  tell(`  again: npm run chaos -- ${kind}--seeds 1 --from ${seed} --schedule ${faults.join(',') || "''"}`)
  tell(
    `  to keep, in failed-once.ts: ${JSON.stringify({ name: found?.violation.broken ?? '', seed, faults })}`,
  )
}

/** The last line. */
export function told({ failed, voided }: Explored<string>, seeds: number): string {
  if (failed > 0) return `${failed} of ${seeds} runs broke a rule.`
  const held = `Nothing was lost, doubled, reordered or leaked in ${seeds - voided} runs.`
  return voided === 0 ? held : `${held} ${voided} more are void.`
}
