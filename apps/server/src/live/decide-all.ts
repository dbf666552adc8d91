import { type ClassState, type Command, decide, evolve, stamp } from '@evenkeel/classroom'
import { type Chance, chanceNumber } from '../chance.ts'
import type { Clock } from '../clock.ts'
import type { NameWrite } from '../journal/port.ts'
import type { Answered } from './answered.ts'
import type { Outcome, Request, Step } from './request.ts'

/** A command with whoever waits for its answer. */
export interface Waiting {
  readonly request: Request
  readonly answer: (outcome: Outcome) => void
}

export interface DecideParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly library: Command['library']
  readonly offered?: Command['offered']
}

export interface Decided {
  readonly steps: readonly Step[]
  readonly names: readonly NameWrite[]
  readonly answerAll: () => void
}

/** Decides each command on the committed state plus the batch's earlier events. */
export function decideAll(
  batch: readonly Waiting[],
  committed: ClassState,
  answered: Answered,
  { clock, chance, library, offered }: DecideParts,
): Decided {
  const steps: Step[] = []
  const names: NameWrite[] = []
  const answers: (() => void)[] = []
  const inThisBatch = new Map<string, number>()
  let state = committed
  for (const { request, answer } of batch) {
    const key = `${request.actor} ${request.id}`
    const known = answered.get(request.actor, request.id) ?? inThisBatch.get(key)
    if (known !== undefined) {
      answers.push(() => answer({ ok: true, seq: known }))
      continue
    }
    const { name, ...bare } = request
    const command: Command = {
      ...bare,
      at: Math.max(clock.now(), state.at),
      chance: chanceNumber(chance),
      library,
      ...(offered && { offered }),
    }
    const decision = decide(command, state)
    if (!decision.ok) {
      answers.push(() => answer(decision))
      continue
    }
    const seq = decision.events.length === 0 ? state.seq : state.seq + 1
    if (decision.events.length > 0) inThisBatch.set(key, seq)
    answers.push(() => answer({ ok: true, seq }))
    for (const happening of decision.events) {
      const event = stamp(state, happening, command)
      const before = state
      state = evolve(state, event)
      steps.push({ event, before, after: state })
      if (event.type === 'PersonNamed' && name !== undefined) {
        names.push({ personId: event.data.person, nameVersion: event.data.nameVersion, ...name })
      }
    }
  }
  const answerAll = () => {
    for (const answerOne of answers) answerOne()
  }
  return { steps, names, answerAll }
}
