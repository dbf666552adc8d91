import { personIdAt, roomIdAt } from '../ids.ts'
import type { ClassState } from '../state.ts'
import { STEPS, stepRank } from '../state.ts'
import { same } from '../view/same.ts'
import { must, mustBeUnique, mustRise } from './must.ts'
import { roomInvariants, seatsOf } from './room-invariants.ts'

/** What holds in every class at every moment. Throws with a sentence where it does not. */
export function classInvariants(state: ClassState): void {
  const { people, round, pastRounds, help, projected } = state
  people.forEach((person, index) => {
    must(person.id === personIdAt(index), `${person.id} is at place ${index}`)
    mustBeUnique(person.seen, `${person.id} has seen`)
  })

  const rooms = round?.rooms ?? []
  const seated = rooms.flatMap(room => seatsOf(room).map(person => [person, room.id] as const))
  mustBeUnique(
    seated.map(([person]) => person),
    'the class seats',
  )
  const roomBy = new Map(seated)
  for (const person of people) {
    must(
      (roomBy.get(person.id) ?? null) === person.room,
      `${person.id} is in ${person.room}, sits in ${roomBy.get(person.id)}`,
    )
    if (person.standing !== 'present')
      must(person.room === null, `${person.id} is ${person.standing} and has a seat`)
  }
  for (const [person] of seated)
    must(
      people.some(known => known.id === person),
      `${person} sits and is nobody`,
    )

  mustBeUnique(
    help.map(call => call.person),
    'calling for help',
  )
  for (const call of help) {
    const caller = people.find(person => person.id === call.person)
    must(
      caller?.standing === 'present' || caller?.standing === 'set-aside',
      `${call.person} left and calls for help`,
    )
  }

  rooms.forEach((room, index) => {
    must(
      room.id === roomIdAt(round?.number ?? 0, index),
      `${room.id} is room ${index} of round ${round?.number}`,
    )
    must(room.spot === index + 1, `${room.id} has spot ${room.spot}`)
    roomInvariants(state, room)
  })
  for (const past of pastRounds) {
    for (const room of past.rooms) {
      must(room.phase.name === 'done' || room.phase.name === 'stopped', `${room.id} of an old round plays on`)
    }
  }
  for (const [key, { by }] of Object.entries(state.worked.shared)) {
    must(by.length > 0, `nobody shares ${key}`)
    mustBeUnique(by, `${key} is shared by`)
  }
  mustBeUnique(state.worked.picked, 'picked lines')
  must(!(state.takeAlongsShown && state.worked.shown), 'two things are on the wall')
  mustRise(
    [...pastRounds, ...(round ? [round] : [])].map(each => each.number),
    'numbers of rounds',
    1,
  )
  if (projected !== null) {
    must(
      rooms.find(room => room.id === projected)?.revealed === true,
      `${projected} is projected and not revealed`,
    )
  }
  if (state.status === 'closed') {
    must(
      rooms.every(room => room.phase.name === 'done'),
      'the class is over and a room plays on',
    )
    must(projected === null && help.length === 0, 'the class is over and shows or asks something')
  }
}

/** What holds between a class and the same class one event later. */
export function neverBack(before: ClassState, after: ClassState): void {
  must(after.seq === before.seq + 1, `event ${after.seq} after ${before.seq}`)
  must(after.at >= before.at, `time goes from ${before.at} to ${after.at}`)
  const onlyTaken = {
    ...before,
    seq: after.seq,
    at: after.at,
    takeAlongs: after.takeAlongs,
    worked: after.worked,
  }
  must(before.status !== 'closed' || same(onlyTaken, after), 'something happened after the end')
  must(after.people.length >= before.people.length, 'somebody is no longer listed')
  const merged = before.lastMerge !== after.lastMerge
  must(
    merged || before.pastRounds.every((round, index) => after.pastRounds[index] === round),
    'an old round changed',
  )
  for (const person of before.people) {
    const later = after.people.find(known => known.id === person.id)
    must(
      person.seen.every(card => later?.seen.includes(card)),
      `${person.id} unsaw a card`,
    )
    must((later?.nameVersion ?? 0) >= person.nameVersion, `${person.id} has an older name`)
    if (person.standing === 'blocked')
      must(
        later?.standing === 'blocked' || later?.standing === 'present',
        `${person.id} is blocked by halves`,
      )
  }
  if (before.round === null || before.round.number !== after.round?.number) return
  must(STEPS.indexOf(after.round.step) >= STEPS.indexOf(before.round.step), 'the class stepped back')
  before.round.rooms.forEach((room, index) => {
    const later = after.round?.rooms[index]
    must(later !== undefined, `${room.id} is gone`)
    must(later.revealed || !room.revealed, `${room.id} is hidden again`)
    must(
      stepRank(later.phase) >= stepRank(room.phase),
      `${room.id} went from ${room.phase.name} to ${later.phase.name}`,
    )
    must(room.phase.name !== 'done' || later.phase.name === 'done', `${room.id} was done and plays on`)
    must(later.took.length >= room.took.length, `somebody never sat in ${room.id}`)
    if (later.card !== room.card)
      must(room.phase.name === 'briefing', `${room.id} got another card in mid-scene`)
    must(later.scenes.length >= room.scenes.length, `${room.id} lost a scene`)
    room.scenes.forEach((scene, place) => {
      const next = later.scenes[place]
      must(next?.id === scene.id, `${scene.id} is no longer there`)
      if (later.card !== room.card) return
      must(next.lines.length >= scene.lines.length, `${scene.id} lost a line`)
      must(next.curve.length >= scene.curve.length, `${scene.id} lost a point`)
      must(next.played >= scene.played, `${scene.id} was played for longer before`)
      must(next.momentCount >= scene.momentCount, `${scene.id} counts fewer moments`)
    })
  })
}
