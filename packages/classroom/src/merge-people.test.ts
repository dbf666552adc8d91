import { describe, expect, test } from 'vitest'
import { evolve } from './evolve.ts'
import { fold, unopened } from './fold.ts'
import { personNow, sameSince } from './merged.ts'
import { hashOf } from './testing/made-up-cards.ts'
import { INSTRUCTOR, say } from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import { audiences } from './view/audiences.ts'
import { consoleView } from './view/console-view.ts'
import { ownScenes } from './view/own-scenes.ts'
import { personView } from './view/person-view.ts'
import { CONSOLE } from './view/viewer.ts'

const [FIRST, SECOND] = ['p2', 'p6']

/** Two pairs have played a round; the customer of the first one lost their phone and came in again as p6. */
function cameTwice(): PlayedClass {
  const played = openClass(4, { settings: { groupSize: 2 } })
  const pair = (customer: string, officer: string, card: number) => ({
    seats: { customer, officer, observers: [] },
    card: hashOf(card),
  })
  const rooms = played.seat([pair('p2', 'p3', 1), pair('p4', 'p5', 2)])
  played.takeTo('scene')
  say(played, 'p2', 'I have been waiting for an hour.')
  played.must(FIRST, 'TakeAlong', { keep: 'Asking.', tryOut: '', note: 'mine', shared: true })
  for (const room of rooms) played.takeTo('rating', room.id)
  played.mustAct('p2', 'Rate', { scores: { listened: 4 }, sentence: 'Calm.' })
  for (const room of rooms) played.takeTo('done', room.id)
  played.join()
  return played
}

const merge = (played: PlayedClass, from = FIRST, into = SECOND) =>
  played.must(INSTRUCTOR, 'MergePeople', { from, into })

describe('two entries of one person', () => {
  test('[C17] what the one that goes did is the other’s: seats, lines, ratings, what they take along', () => {
    const played = cameTwice()
    const before = played.state.people[1]
    merge(played)
    const { state } = played
    const [room] = state.round?.rooms ?? []
    expect(room?.cast?.customer).toBe(SECOND)
    expect(room?.took).toEqual([SECOND, 'p3'])
    expect(room?.scenes[0]?.lines.toArray()).toMatchObject([{ by: SECOND }])
    expect(room?.ratings).toMatchObject([{ by: SECOND, about: 'p3' }])
    expect(personView(state, SECOND).me.takeAlong?.note).toBe('mine')
    expect(ownScenes(state, SECOND)).toHaveLength(1)
    expect(consoleView(state).people[SECOND]).toMatchObject({
      played: { customer: 1, officer: 0, observer: 0 },
      joinedAt: before?.joinedAt,
    })
    expect(state.people[5]?.seen).toEqual(before?.seen)
    // Nothing but the list of people, what was done, and the way back names the one that went.
    const { people: _people, deeds: _deeds, lastMerge: _last, ...rest } = state
    expect(JSON.stringify(rest)).not.toContain(`"${FIRST}"`)
  })

  test('[C17] the one that went is out, shows nothing and says so, and every id of the two is one', () => {
    const played = cameTwice()
    merge(played)
    const view = personView(played.state, FIRST)
    expect(view).toMatchObject({ me: { standing: 'removed' }, class: null, room: null })
    expect(JSON.stringify(view)).not.toContain('mine')
    expect(consoleView(played.state).people[FIRST]).toMatchObject({ into: SECOND, undo: true })
    expect(played.give(FIRST, 'CallHelp', {})).toMatchObject({ ok: false, kind: 'not-allowed' })
    const third = played.join()
    merge(played, SECOND, third)
    expect([FIRST, SECOND, third].map(id => personNow(played.state, id))).toEqual([third, third, third])
    expect(sameSince(played.state, FIRST)).toBe(played.state.people[5]?.since)
    expect(personNow(played.state, 'p77')).toBe('p77')
    // Stored events keep the old id; the fold resolves.
    expect(played.events.some(event => event.type === 'LineSaid' && event.actor === FIRST)).toBe(true)
    expect(fold(unopened('class-1'), played.events)).toEqual(played.state)
  })

  test('[C17] who stays keeps their seat, and the other’s is free', () => {
    const played = openClass(5, { settings: { groupSize: 2 } })
    played.seat([
      { seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) },
      { seats: { customer: 'p4', officer: 'p5', observers: ['p6'] }, card: hashOf(2) },
    ])
    played.takeTo('scene', 'r1-2')
    merge(played, 'p6', 'p2')
    expect(played.room('r1-1').seats).toEqual({ customer: 'p2', officer: 'p3', observers: [] })
    expect(played.room('r1-2').seats).toEqual({ customer: 'p4', officer: 'p5', observers: [] })
    expect(played.room('r1-2').took).toEqual(['p4', 'p5', 'p2'])
  })

  test('[C17] who has no seat that still plays gets the other’s, and the scene goes on with it', () => {
    const played = openClass(2)
    played.seat([{ seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) }])
    played.takeTo('scene')
    say(played, 'p2', 'Hello?')
    played.must('server', 'NoteAway', { person: 'p2' })
    expect(played.room().phase).toMatchObject({ held: true })
    const again = played.join()
    played.must(INSTRUCTOR, 'MergePeople', { from: 'p2', into: again })
    expect(played.room().seats).toMatchObject({ customer: again, officer: 'p3' })
    expect(played.room().phase).toMatchObject({ name: 'scene' })
    expect(played.room().phase).not.toHaveProperty('held')
    say(played, again, 'I am back.')
    expect(
      played
        .room()
        .scenes[0]?.lines.toArray()
        .map(line => line.by),
    ).toEqual([again, again])
  })

  test('[C17] a call for help stays one call, and a plan seats them once', () => {
    const played = openClass(4)
    played.must(INSTRUCTOR, 'PlanRound', {})
    const again = played.join()
    played.must('p2', 'CallHelp', {})
    played.must(again, 'CallHelp', {})
    merge(played, 'p2', again)
    expect(played.state.help.map(call => call.person)).toEqual([again])
    played.startPlanned()
    expect(played.state.people.filter(person => person.room !== null).map(person => person.id)).toEqual([
      'p3',
      'p4',
      'p5',
      again,
    ])
  })

  test.each([
    ['themselves', 'p2', 'p2', 'invalid', 'one person already'],
    ['an instructor', 'p1', 'p2', 'not-allowed', 'instructor'],
    ['into an instructor', 'p2', 'p1', 'not-allowed', 'instructor'],
    ['nobody', 'p2', 'p77', 'gone', 'not in this class'],
    ['two who sat in one room', 'p2', 'p3', 'taken', 'spot 1 in round 1'],
    ['into somebody who is set aside', 'p2', 'p7', 'gone', 'set aside'],
    ['somebody who was removed', 'p8', 'p6', 'gone', 'no longer in the class'],
  ])('[C17] refused in words, and nothing changed: %s', (_, from, into, kind, says) => {
    const played = cameTwice()
    const [aside, out] = [played.join(), played.join()]
    played.must(INSTRUCTOR, 'SetAside', { person: aside })
    played.must(INSTRUCTOR, 'RemovePerson', { person: out, block: false })
    const before = played.state
    const decision = played.give(INSTRUCTOR, 'MergePeople', { from, into })
    expect(decision).toMatchObject({ ok: false, kind })
    expect(decision.ok ? '' : decision.say).toContain(says)
    expect(played.state).toBe(before)
  })

  test('[C17] the same merge again is nothing; who went can’t be removed or brought back on their own', () => {
    const played = cameTwice()
    merge(played)
    expect(merge(played)).toEqual([])
    expect(played.give(INSTRUCTOR, 'MergePeople', { from: FIRST, into: 'p3' })).toMatchObject({
      kind: 'gone',
    })
    expect(played.give(INSTRUCTOR, 'RemovePerson', { person: FIRST, block: true })).toMatchObject({
      kind: 'gone',
    })
    expect(played.give(INSTRUCTOR, 'BringBack', { person: FIRST })).toMatchObject({ ok: false })
  })
})

describe('taken back', () => {
  const undo = (played: PlayedClass, person = FIRST) => played.give(INSTRUCTOR, 'UndoMerge', { person })
  const comparable = ({ seq: _seq, at: _at, deeds: _deeds, people, ...rest }: PlayedClass['state']) => ({
    ...rest,
    people: people.map(({ since: _since, seen: _seen, ...person }) => person),
  })

  test('[C17] undone, each has again what was theirs', () => {
    const played = cameTwice()
    played.must(SECOND, 'TakeAlong', { keep: 'Waiting.', tryOut: '', note: '', shared: true })
    const before = comparable(played.state)
    merge(played)
    played.must(INSTRUCTOR, 'LockClass', { locked: true })
    played.must(INSTRUCTOR, 'LockClass', { locked: false })
    expect(undo(played)).toMatchObject({ ok: true })
    expect(comparable(played.state)).toEqual(before)
    expect(sameSince(played.state, FIRST)).toBe(played.state.seq)
    expect(undo(played)).toEqual({ ok: true, events: [] })
  })

  test('[C17] undone, a seat that was handed over goes back with what was said there', () => {
    const played = openClass(2)
    played.seat([{ seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) }])
    const again = played.join()
    const before = comparable(played.state)
    merge(played, 'p2', again)
    expect(undo(played, 'p2')).toMatchObject({ ok: true })
    expect(comparable(played.state)).toEqual(before)
  })

  test('[C17] undone, both have read what was opened to the one that they were', () => {
    const played = openClass(2)
    played.seat([{ seats: { customer: 'p3', officer: 'p2', observers: [] }, card: hashOf(1) }])
    const again = played.join()
    played.takeTo('rating')
    merge(played, 'p2', again)
    played.takeTo('debrief')
    expect(undo(played, 'p2')).toMatchObject({ ok: true })
    expect(played.state.people[1]?.seen).toEqual([hashOf(1)])
  })

  test('[A1] [C17] whoever has the old name in a view is sent the whole of it, and the console that it can’t be undone', () => {
    const played = openClass(2)
    played.seat([{ seats: { customer: 'p2', officer: 'p3', observers: [] }, card: hashOf(1) }])
    const again = played.join()
    played.takeTo('scene')
    say(played, 'p2', 'I have been waiting for an hour.')
    const before = played.state
    const [merged] = merge(played, 'p2', again)
    if (merged === undefined) throw new Error('nothing happened')
    const told = audiences(merged, before, evolve(before, merged), [])
    const officers = told.find(({ viewers }) =>
      viewers.some(it => it.kind === 'person' && it.person === 'p3'),
    )
    expect(officers?.events).toMatchObject([
      { op: 'view', view: { room: { scenes: [{ lines: [{ by: again }] }] } } },
    ])
    const one = played.state
    const [said] = played.mustAct(again, 'Speak', { how: 'say', text: 'And now?' })
    if (said === undefined) throw new Error('nothing was said')
    const heard = audiences(said, one, played.state, []).filter(({ viewers }) => viewers.includes(CONSOLE))
    expect(JSON.stringify(heard)).toContain('"people"')
  })

  test('[C17][V12] what only they see does not end the way back, so that no console tells of it', () => {
    const played = cameTwice()
    merge(played)
    const shown = JSON.stringify(consoleView(played.state))
    played.must(SECOND, 'TakeAlong', { keep: '', tryOut: 'Waiting.', note: 'new', shared: false })
    played.mustAct(SECOND, 'WriteNote', { text: 'He asked twice.' })
    expect(consoleView(played.state).people[FIRST]?.undo).toBe(true)
    expect(JSON.stringify(consoleView(played.state).people)).toBe(JSON.stringify(JSON.parse(shown).people))
    expect(undo(played)).toMatchObject({ ok: true })
    expect(personView(played.state, FIRST).me.takeAlong?.note).toBe('mine')
    expect(personView(played.state, SECOND).me.takeAlong?.note).toBe('new')
  })

  test.each([
    ['they did something', (played: PlayedClass) => played.must(SECOND, 'CallHelp', {})],
    ['they were set aside', (played: PlayedClass) => played.must(INSTRUCTOR, 'SetAside', { person: SECOND })],
    ['a round began', (played: PlayedClass) => played.startRound()],
    ['another two were made one', (played: PlayedClass) => merge(played, 'p4', played.join())],
  ])('[C17] no longer, and told so, once %s', (_, happens) => {
    const played = cameTwice()
    merge(played)
    happens(played)
    expect(consoleView(played.state).people[FIRST]).not.toHaveProperty('undo')
    const before = played.state
    expect(undo(played)).toMatchObject({
      ok: false,
      kind: 'moved-on',
      say: 'Too much happened since. They can’t be told apart any more.',
    })
    expect(played.state).toBe(before)
  })
})
