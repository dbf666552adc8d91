import { deedsAfter } from './deeds.ts'
import type { ClassEvent } from './event.ts'
import { addSeen } from './evolve/change.ts'
import { evolveMerge, withoutOldMerge } from './evolve/merge.ts'
import { evolvePeople } from './evolve/people.ts'
import { evolveRoom } from './evolve/room.ts'
import { evolveRounds } from './evolve/rounds.ts'
import { evolveScene } from './evolve/scene.ts'
import { evolveWorked } from './evolve/worked.ts'
import { roomOf } from './find.ts'
import { assertNever } from './never.ts'
import type { ClassState } from './state.ts'

/**
 * The class after one more event. Pure and total: what `decide` gave is never refused here.
 *
 * Costs O(1) in the class's history, but for two people who turn out to be one: transcripts are trails, a room's scene is small, and the lists that are copied
 * (people, the round's rooms) have at most as many entries as a class has people.
 */
export function evolve(state: ClassState, event: ClassEvent): ClassState {
  const after = withoutOldMerge(apply(state, event), event)
  return { ...after, deeds: deedsAfter(after, event), seq: event.seq, at: event.at }
}

function apply(state: ClassState, event: ClassEvent): ClassState {
  switch (event.type) {
    case 'ClassOpened':
      return { ...state, ...event.data, status: 'open' }
    case 'RubricBrought':
      return { ...state, language: event.data.rubric.language }
    case 'CardBrought':
      return { ...state, cards: { ...state.cards, [event.data.hash]: event.data.card } }
    case 'DeckRenewed':
      return { ...state, deck: event.data.deck }
    case 'SettingsChanged':
      return { ...state, settings: event.data.settings }
    case 'ClassLocked':
      return { ...state, locked: event.data.locked }
    case 'Announced': {
      const { text, wall } = event.data
      return { ...state, announced: text === null ? null : { text, wall, at: event.at } }
    }
    case 'ClassClosed':
      return {
        ...state,
        status: 'closed',
        projected: null,
        help: [],
        takeAlongsShown: false,
        worked: { ...state.worked, shown: false },
        closedAt: event.at,
        announced: null,
      }
    case 'DebriefProjected':
      return project(state, event.data.room)
    case 'TakenAlong':
      return { ...state, takeAlongs: { ...state.takeAlongs, [event.actor]: event.data } }
    case 'TakeAlongsShown':
      // The wall has room for one of the two.
      return event.data.on
        ? { ...state, takeAlongsShown: true, worked: { ...state.worked, shown: false } }
        : { ...state, takeAlongsShown: false }
    case 'LineShared':
    case 'LinePicked':
    case 'LinesShown':
      return evolveWorked(state, event)
    case 'PersonJoined':
    case 'PersonNamed':
    case 'PersonSetAside':
    case 'PersonBroughtBack':
    case 'PersonRemoved':
    case 'ReadingSet':
    case 'PaperHeld':
    case 'HelpCalled':
    case 'HelpEnded':
      return evolvePeople(state, event)
    case 'PeopleMerged':
    case 'MergeUndone':
      return evolveMerge(state, event)
    case 'RoundPlanned':
    case 'RoundStarted':
    case 'RoomOpened':
    case 'RoundStepped':
    case 'PersonSeated':
    case 'SeatsSwapped':
    case 'CardChanged':
    case 'ClocksShifted':
      return evolveRounds(state, event)
    case 'PersonReady':
    case 'PhaseEntered':
    case 'TimeOutCalled':
    case 'TimeOutEnded':
    case 'SceneHeld':
    case 'SceneResumed':
    case 'TimeAdded':
    case 'PersonAway':
    case 'PersonBack':
    case 'RetakeStarted':
    case 'Whispered':
    case 'Conferred':
    case 'RatingSaved':
    case 'RatingFinished':
    case 'RatingsShared':
    case 'ProjectionConsented':
    case 'NoteWritten':
      return evolveRoom(state, event)
    case 'LineSaid':
    case 'TemperatureSet':
    case 'CurveCorrected':
    case 'TwistDropped':
    case 'CallMade':
    case 'CallAnswered':
    case 'MomentMarked':
    case 'MomentNamed':
    case 'MomentUndone':
      return evolveScene(state, event)
    default:
      return assertNever(event)
  }
}

/** Both briefs stand on the wall: whoever is present has read them, and a later round must know it. */
function project(state: ClassState, id: string | null): ClassState {
  const room = roomOf(state, id)
  const projected: ClassState = { ...state, projected: id }
  if (room === undefined) return projected
  const present = state.people.filter(person => person.standing === 'present').map(person => person.id)
  return addSeen(projected, present, room.card)
}
