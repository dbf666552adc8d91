import { castOf, lineOf, personOf } from './find.ts'
import { type PersonId, roomIdOf, roomPosition } from './ids.ts'
import type { Room } from './room.ts'
import type { ClassState, Said, SharedWords } from './state.ts'

export const saidKey = ({ scene, said }: Said): string => `${scene}/${said}`

/** Words as they stand in a scene, and all those who have to agree before the class may have them. */
export interface SaidWords {
  readonly text: string
  readonly authors: readonly PersonId[]
  /** The debrief in which they stand is open. */
  readonly revealed: boolean
}

/**
 * What an officer typed, or what a customer remembered of what helped: that is the customer's sentence and the officer's
 * words, so it takes both. Undefined for anything else, and where nobody played the officer to the end. The round may
 * be over.
 */
export function wordsAt(state: ClassState, { scene: id, said }: Said): SaidWords | undefined {
  const room = roomEver(state, id)
  const scene = room?.scenes.find(known => known.id === id)
  if (room === undefined || scene === undefined) return undefined
  const { revealed } = room
  if (typeof said === 'number') {
    const line = lineOf(scene, said)
    return line?.seat === 'officer' && line.how === 'say'
      ? { text: line.text, authors: [line.by], revealed }
      : undefined
  }
  const moment = scene.moments.find(known => known.id === said)
  const { officer } = castOf(room)
  if (moment?.words === undefined || moment.as !== 'customer' || moment.mark !== 'helped' || officer === null)
    return undefined
  return { text: moment.words, authors: [...new Set([moment.by, officer])], revealed }
}

/** A room of this round or of an earlier one. */
function roomEver({ round, pastRounds }: ClassState, scene: string): Room | undefined {
  const position = roomPosition(roomIdOf(scene))
  if (position === undefined) return undefined
  const played = [round, ...pastRounds].find(known => known?.number === position.round)
  return played?.rooms[position.index]
}

/** The words, if everybody whose words they are agrees and is still of the class. */
export function agreedWords(state: ClassState, shared: SharedWords): string | undefined {
  const words = wordsAt(state, shared)
  const agreed = words?.authors.every(person => {
    const standing = personOf(state, person)?.standing
    return shared.by.includes(person) && standing !== 'removed' && standing !== 'blocked'
  })
  return agreed === true ? words?.text : undefined
}
