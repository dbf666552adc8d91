import type { PersonId, RoomView } from '@evenkeel/classroom'
import { ladder, ladderCeiling, stepOf } from '@evenkeel/playbook'
import { type Row, row } from './row.ts'

export type NameOf = (person: PersonId) => string

/** Where somebody sits and with whom. */
export function seatRows(room: RoomView, nameOf: NameOf): Row[] {
  const { customer, officer, observers } = room.seats
  const seat = (who: PersonId | null) => (who === null ? 'nobody yet' : nameOf(who))
  const tone = room.seat === 'instructor' ? 'title' : room.seat
  return [
    row(`You are the ${room.seat.toUpperCase()}. Spot ${room.spot}: “${room.card.title}”.`, tone),
    row(`  customer  ${seat(customer)}`),
    row(`  officer   ${seat(officer)}`),
    ...observers.map(who => row(`  observer  ${nameOf(who)}`)),
  ]
}

/** All that this seat may read before the scene. */
export function briefRows(room: RoomView): Row[] {
  const { card } = room
  return [
    row(
      `Before you take it: ${card.contentNote} (/another asks for another card; nobody asks why.)`,
      'quiet',
    ),
    row('What everybody knows', 'title'),
    row(`  ${card.shared.where} ${card.shared.when}`),
    row(`  ${card.shared.happened}`),
    ...(room.customer === null ? [] : customerRows(room.customer)),
    ...(room.officer === null ? [] : officerRows(room.officer)),
    ...card.glossary.map(({ word, meaning }) => row(`  ${word}: ${meaning}`, 'quiet')),
  ]
}

function customerRows(brief: NonNullable<RoomView['customer']>): Row[] {
  const { startTemperature: start } = brief
  return [
    row('The customer’s brief', 'customer'),
    row(`  ${brief.who}`),
    row(`  You begin with: “${brief.opening}”`),
    row(`  Temperature at the start: ${start}, ${stepOf(start).word}. ${ladderCeiling}`),
    row(`  You demand: ${brief.demand}`),
    row(`  Beneath it: ${brief.need}`),
    ...list('Tell', brief.volunteer),
    ...list('Tell if asked', brief.ifAsked),
    ...list('Never invent', brief.neverInvent),
    ...brief.triggers.map(({ when, say }, n) => row(`  t${n + 1} hotter: ${when} You say: “${say}”`)),
    ...brief.calmers.map(({ when, soften }, n) => row(`  c${n + 1} cooler: ${when} ${soften}`)),
    ...list('It may end like this', brief.endings),
    row(`  Cue card: ${brief.cue}`, 'customer'),
  ]
}

function officerRows(brief: NonNullable<RoomView['officer']>): Row[] {
  return [
    row('The officer’s brief', 'officer'),
    ...list('Post orders', brief.postOrders),
    ...list('Limits', brief.limits),
    ...list('You know', brief.knows),
    ...(brief.relate === undefined ? [] : [row(`  True of you: ${brief.relate}`)]),
    row(`  Handled well: ${brief.handledWell}`),
    ...brief.calls.map(({ who }, n) => row(`  /call ${n + 1}  ${who}`)),
    row(`  Cue card: ${brief.cue}`, 'officer'),
  ]
}

const list = (heading: string, items: readonly string[]): Row[] =>
  items.map((item, n) => row(`  ${(n === 0 ? `${heading}:` : '').padEnd(heading.length + 1)} ${item}`))

/** The ladder that every card shares. */
export const ladderRows = (): Row[] =>
  ladder.map(({ level, word, looks }) => row(`  ${level} ${word}: ${looks}`, 'quiet'))
