import { playWords } from '../words/en/play.ts'
import type { Player } from './seat-before.ts'
import { nameOf, type Stage, sceneNow, seatOfMe } from './stage.ts'

const text = playWords.scene

export interface News {
  /** Of this and no other, over phases and reloads. */
  readonly id: string
  readonly tone: 'instructor' | 'twist'
  readonly from: string
  readonly what: string
  /** The language of the card's words. */
  readonly lang: string | undefined
}

/**
 * What comes in from outside, in the order in which it is shown: whispers to this person, what became of the seat that they
 * had `before` they came to observe, and twists.
 */
export function newsOf(
  { room, me, names }: Pick<Stage, 'room' | 'me' | 'names'>,
  before: Player | undefined,
  card: string | undefined,
): readonly News[] {
  const scene = sceneNow(room)
  const { name } = room.phase
  const playing = name === 'scene' || name === 'retake' || name === 'time-out'
  const whispers = room.whispers
    .filter(({ to }) => to === me.person)
    .map(
      (whisper): News => ({
        id: `${room.id} ${whisper.at}`,
        tone: 'instructor',
        from: text.whisper,
        what: whisper.text,
        lang: undefined,
      }),
    )
  if (!playing) return whispers
  const twists = scene.twists.map(
    (twist): News => ({
      id: `${scene.id} ${twist.index} ${twist.offset} ${room.card.title}`,
      tone: 'twist',
      from: twist.to === seatOfMe(room) ? text.twist : text.twistTo[twist.to],
      what: twist.text,
      lang: card,
    }),
  )
  return [...whispers, ...givenUp({ room, names }, before), ...twists]
}

function givenUp({ room, names }: Pick<Stage, 'room' | 'names'>, before: Player | undefined): News[] {
  if (before === undefined) return []
  const holder = room.seats[before]
  const what = text.playsNow(holder === null ? null : nameOf(names, holder), before)
  return [
    { id: `${room.id} ${before} given up`, tone: 'instructor', from: text.observeNow, what, lang: undefined },
  ]
}
