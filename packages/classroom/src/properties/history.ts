import { rubric } from '@evenkeel/playbook'
import type { Command, Envelope } from '../command.ts'
import type { Decision } from '../decide/decision.ts'
import { deadlineId } from '../decide/move.ts'
import { stamp } from '../decide/settle.ts'
import { decide } from '../decide.ts'
import type { ClassEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { unopened } from '../fold.ts'
import { SERVER } from '../ids.ts'
import { presetFor, type Settings } from '../settings.ts'
import type { ClassState } from '../state.ts'
import { canary } from './canaries.ts'
import { canaryDeck, canaryLibrary, FIRST_FREE_CANARY } from './canary-cards.ts'
import { chooseStep } from './choose-step.ts'
import { Dice } from './dice.ts'
import { type Draft, draft } from './draft.ts'
import { frozen } from './frozen.ts'

/** One event of a history with the class before and after it. */
export interface Turn {
  readonly event: ClassEvent
  readonly before: ClassState
  readonly after: ClassState
}

export interface Given {
  readonly command: Command
  readonly decision: Decision
  /** The class that it was decided on. */
  readonly on: ClassState
  /** Number of the batch that it came in. */
  readonly batch: number
  /** The store failed: what it made happen never was. */
  readonly lost: boolean
}

export interface History {
  readonly seed: number
  readonly commands: readonly Given[]
  readonly turns: readonly Turn[]
  readonly events: readonly ClassEvent[]
  readonly end: ClassState
}

/** How many commands a history has. */
export const STEPS_OF_A_HISTORY = 260

/** Every step of a history, or only those that are kept when a failing one is made smaller. */
const allSteps: readonly number[] = Array.from({ length: STEPS_OF_A_HISTORY }, (_, step) => step)

/**
 * A class from its opening on, made of a seed: commands chosen by what the class has come to, decided and folded as the
 * server does it. Commands come in batches that are decided in order on the committed class and their own batch's
 * earlier events; now and then a batch is lost in a failing store and the class goes on from the committed state.
 * Everything that goes into `decide` and `evolve` is frozen, so whoever writes into it throws.
 */
export function playHistory(
  seed: number,
  steps: readonly number[] = allSteps,
  commands: Given[] = [],
): History {
  const turns: Turn[] = []
  let committed = frozen(unopened('class-1'))
  let at = 1_800_000_000_000
  let minted = FIRST_FREE_CANARY

  let working = committed
  let batch: Turn[] = []
  let batches = 0
  const give = (one: Draft, step: number, dice: Dice, lost: boolean) => {
    const command = frozen(toCommand(one, step, at, dice))
    at = command.at
    const decision = frozen(decide(command, working))
    commands.push({ command, decision, on: working, batch: batches, lost })
    for (const happening of decision.ok ? decision.events : []) {
      const event = frozen(stamp(working, happening, command))
      const after = frozen(evolve(working, event))
      batch.push({ event, before: working, after })
      working = after
    }
  }
  const commit = () => {
    turns.push(...batch)
    committed = working
  }

  give(opening(seed), -1, new Dice(seed, -1), false)
  commit()
  batch = []
  batches += 1
  const unrest = new Dice(seed, -2).oneOf(0.15, 0.5, 1, 2)
  let left = 0
  let lost = false
  for (const step of steps) {
    const dice = new Dice(seed, step)
    if (left === 0) {
      left = dice.percent(70) ? 1 : dice.between(2, 6)
      lost = dice.percent(3)
    }
    at += timePassed(dice)
    const write = () => `${canary(minted++)} ${'and so on '.repeat(dice.below(3))}`
    const progress = step / STEPS_OF_A_HISTORY
    give(chooseStep({ state: working, dice, progress, at, unrest, write }), step, dice, lost)
    left -= 1
    if (left > 0) continue
    if (lost) working = committed
    else commit()
    batch = []
    batches += 1
  }
  if (!lost) commit()
  return { seed, commands, turns, events: turns.map(turn => turn.event), end: committed }
}

/** Mostly seconds, sometimes the rest of a phase; a server's clock may be set back. */
function timePassed(dice: Dice): number {
  const kind = dice.below(100)
  if (kind < 80) return dice.between(20, 4_000)
  if (kind < 90) return dice.between(10_000, 60_000)
  if (kind < 94) return dice.between(60_000, 400_000)
  return kind < 97 ? -dice.below(20_000) : 0
}

function toCommand(one: Draft, step: number, at: number, dice: Dice): Command {
  const due = one.type === 'PassDeadline' && one.data.endsAt - at < 3_600_000 ? one.data : undefined
  const chance = dice.below(2 ** 31)
  const envelope: Envelope = {
    id: due === undefined ? `step-${step}` : deadlineId(due),
    actor: one.actor,
    // A deadline is noticed a little late, and sometimes by a server whose clock is a little ahead.
    at: due === undefined ? at : Math.max(at, due.endsAt - (dice.percent(5) ? 50 : 0)),
    chance,
    library: canaryLibrary,
    // Sometimes the playbook has lost a card since, or two.
    ...(chance % 4 === 0 && { offered: () => canaryDeck.slice(chance % 3) }),
  }
  return { ...envelope, type: one.type, data: one.data } as Command
}

function opening(seed: number): Draft {
  const dice = new Dice(seed, -1)
  const medium = dice.percent(60) ? 'typed' : 'spoken'
  const settings: Settings = {
    ...presetFor({ kind: dice.oneOf('practice', 'assessed'), place: 'remote', minutes: 90 }, [
      ['attention', 'space', 'paraphrase'],
      ['inquiry', 'acknowledge', 'validate'],
    ]),
    medium,
    pace: dice.oneOf('class', 'room'),
    groupSize: dice.oneOf(2, 3),
    officerSeesTemperature: medium === 'typed' && dice.percent(40),
    liveRadio: dice.percent(50),
  }
  return draft('OpenClass', SERVER, {
    classId: 'class-1',
    title: 'Tuesday',
    settings,
    // One card is written while the class runs.
    deck: canaryDeck.slice(0, -1),
    rubricHash: 'feedbeef',
    rubric,
  })
}
