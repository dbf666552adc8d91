import type { Cue, CurvePoint, Line } from '@evenkeel/classroom'
import type { CustomerPart, Language, Temperature } from '@evenkeel/playbook'
import { levelAt } from '../timeline.ts'
import { cueMetBy } from './cue-met.ts'
import type { Spotted } from './sign.ts'
import { spotIn } from './spot-in.ts'

/** What the officer said and did until the customer answered, what was told from it, and where that took the customer. */
export interface Answered {
  readonly lines: readonly Line[]
  readonly spotted: readonly Spotted[]
  /** The trigger or calmer of the card that it met. */
  readonly cue: Cue | null
  readonly from: Temperature
  readonly to: Temperature
}

interface Played {
  readonly lines: readonly Line[]
  readonly curve: readonly CurvePoint[] | null
}

/**
 * The officer's turns of a scene against a scripted customer, by the same rules that the customer went by. What moved
 * between one turn and the next is that turn's. Only for simulated scenes: a person has reasons that no rule knows.
 */
export function whatYourWordsDid(
  { lines, curve }: Played,
  card: CustomerPart,
  language: Language,
): Answered[] {
  const turns: Line[][] = []
  for (const [index, line] of lines.entries()) {
    if (line.seat !== 'officer') continue
    const last = turns.at(-1)
    if (last !== undefined && lines[index - 1]?.seat === 'officer') last.push(line)
    else turns.push([line])
  }
  return turns.map((turn, index) => {
    const first = turn[0]?.n ?? 0
    const before = lines
      .filter(({ seat, n, how }) => seat === 'customer' && n < first && how === 'say')
      .map(({ text }) => text)
    const spotted = turn.flatMap(({ how, text }) => spotIn(text, { language, how, card, before }))
    const start = turn[0]?.offset ?? 0
    const end = turns[index + 1]?.[0]?.offset ?? Number.POSITIVE_INFINITY
    const from = levelAt(curve ?? [], start) ?? card.startTemperature
    return {
      lines: turn,
      spotted,
      cue: cueMetBy(spotted, card)?.cue ?? null,
      from,
      to: levelAt(curve ?? [], end - 1) ?? from,
    }
  })
}
