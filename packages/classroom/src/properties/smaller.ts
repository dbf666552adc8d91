import type { Given, History } from './history.ts'
import { playHistory, STEPS_OF_A_HISTORY } from './history.ts'

/** A property of a history: throws where it does not hold. */
export type Property = (history: History) => void

/**
 * Runs a property on the history of a seed. If it fails, looks for the fewest steps of that history that still fail and
 * throws with the seed, those steps and the commands that they made, ready to be kept as a named regression.
 */
export function holdsFor(property: Property, seed: number): true {
  const first = failureOf(property, seed)
  if (first === undefined) return true
  const steps = fewest(
    Array.from({ length: STEPS_OF_A_HISTORY }, (_, step) => step),
    kept => failureOf(property, seed, kept) !== undefined,
  )
  const failure = failureOf(property, seed, steps) ?? first
  const story = failure.commands.map(told).join('\n')
  throw new Error(`seed ${seed}, steps [${steps.join(', ')}]: ${failure.message}\n${story}`, {
    cause: failure.cause,
  })
}

interface Failure {
  readonly message: string
  readonly commands: readonly Given[]
  readonly cause: unknown
}

function failureOf(property: Property, seed: number, steps?: readonly number[]): Failure | undefined {
  const commands: Given[] = []
  try {
    property(steps === undefined ? whole(seed, commands) : playHistory(seed, steps, commands))
    return undefined
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : String(cause), commands, cause }
  }
}

/** Histories that were played, for the next property that asks for them. They are frozen, so they can be shared. */
const played = new Map<number, History>()

function whole(seed: number, commands: Given[]): History {
  const known = played.get(seed)
  if (known !== undefined) {
    commands.push(...known.commands)
    return known
  }
  const history = playHistory(seed, undefined, commands)
  if (played.size < 100) played.set(seed, history)
  return history
}

/** Leaves out larger and then smaller stretches as long as it still fails (delta debugging, at most 400 tries). */
function fewest(steps: readonly number[], fails: (kept: readonly number[]) => boolean): readonly number[] {
  let kept = steps
  let tries = 0
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = kept.length - size; from > -size; from -= size) {
      if (++tries > 400) return kept
      const fewer = kept.filter((_, index) => index < from || index >= from + size)
      if (fails(fewer)) kept = fewer
    }
  }
  return kept
}

function told({ command, decision, lost }: Given): string {
  const became = decision.ok ? decision.events.map(event => event.type).join(' ') || 'nothing' : decision.say
  return `  ${lost ? '(lost) ' : ''}${command.actor} ${command.type} ${JSON.stringify(command.data).slice(0, 160)} -> ${became}`
}
