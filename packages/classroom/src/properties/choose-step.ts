import { SERVER } from '../ids.ts'
import { classSteps } from './class-steps.ts'
import { type Draft, draft, type Table } from './draft.ts'
import { spoil } from './garbage.ts'
import { peopleSteps } from './people-steps.ts'
import { roomSteps } from './room-steps.ts'

/** Of a hundred commands, how many are sent by a broken or a hostile client. */
const SPOILT = 7

/** The next command of a history: mostly something that a person would do now, from what the class has come to. */
export function chooseStep(table: Table): Draft {
  const { state, dice } = table
  if (state.people.length === 0) return draft('JoinClass', SERVER, { role: 'instructor' })
  for (let tries = 0; tries < 8; tries++) {
    const made = dice.weighted(choices(table))?.()
    if (made !== undefined) return dice.percent(SPOILT) ? spoil(table, made) : made
  }
  return draft('JoinClass', SERVER, { role: 'trainee' })
}

function choices(table: Table) {
  const { state, dice } = table
  const rooms = state.round?.rooms ?? []
  // Rooms that are done are rarely looked at again while others still play.
  const playing = rooms.filter(room => room.phase.name !== 'done')
  const room = dice.percent(95) && playing.length > 0 ? dice.pick(playing) : dice.pick(rooms)
  const common = [...classSteps(table), ...peopleSteps(table)]
  return room === undefined ? common : [...common, ...roomSteps(table, room), ...roomSteps(table, room)]
}
