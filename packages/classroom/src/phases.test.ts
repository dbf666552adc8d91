import { describe, expect, test } from 'vitest'
import { SERVER } from './ids.ts'
import { hashOf, madeUpCard } from './testing/made-up-cards.ts'
import {
  CUSTOMER,
  INSTRUCTOR,
  OBSERVER,
  OFFICER,
  oneRoom,
  phaseOf,
  SAME_ROOM,
  say,
  seconds,
} from './testing/one-room.ts'
import { openClass, type PlayedClass } from './testing/play-class.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE } from './view/viewer.ts'

const pair = (customer: string, officer: string, card = 1) => ({
  seats: { customer, officer, observers: [] },
  card: hashOf(card),
  why: 'chosen',
})

const endsAt = (played: PlayedClass) => {
  const { phase } = played.room()
  return 'endsAt' in phase ? phase.endsAt : Number.NaN
}

describe('planning and starting', () => {
  test.each([
    ['somebody twice', [pair('p2', 'p3'), pair('p4', 'p2')]],
    ['somebody who is not here', [pair('p2', 'p3'), pair('p4', 'p99')]],
    ['nobody for somebody present', [pair('p2', 'p3')]],
    [
      'no officer',
      [
        pair('p2', 'p3'),
        { ...pair('p4', 'p5'), seats: { customer: 'p4', officer: null, observers: ['p5'] } },
      ],
    ],
    ['a card that nobody has', [pair('p2', 'p3'), pair('p4', 'p5', 100)]],
    ['no room', []],
  ])('[R1] a plan with %s is refused', (_, rooms) => {
    const played = openClass(4)
    expect(played.give(INSTRUCTOR, 'ChangePlan', { rooms })).toMatchObject({ ok: false, kind: 'gone' })
    played.must(INSTRUCTOR, 'PlanRound', {})
    const drawn = played.state.plan
    expect(played.give(INSTRUCTOR, 'ChangePlan', { rooms })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(played.state.plan).toBe(drawn)
  })

  test('[R1] a plan is checked again when it starts: people may have come or gone', () => {
    const played = openClass(4)
    expect(played.give(INSTRUCTOR, 'StartRound', { round: 1 })).toMatchObject({ ok: false, kind: 'gone' })
    played.must(INSTRUCTOR, 'PlanRound', {})
    played.join()
    expect(played.give(INSTRUCTOR, 'StartRound', { round: 1 })).toMatchObject({ ok: false, kind: 'taken' })
    played.must(INSTRUCTOR, 'PlanRound', {})
    played.must(INSTRUCTOR, 'SetAside', { person: 'p2' })
    expect(played.give(INSTRUCTOR, 'StartRound', { round: 1 })).toMatchObject({ ok: false, kind: 'taken' })
    played.startRound()
    expect(played.state.round?.rooms.flatMap(room => room.took)).toHaveLength(4)
  })

  test('[R1] fewer than two people can not be planned, nor an unknown card', () => {
    expect(openClass(1).give(INSTRUCTOR, 'PlanRound', {})).toMatchObject({ ok: false, kind: 'invalid' })
    expect(openClass(2).give(INSTRUCTOR, 'PlanRound', { card: 'abc' })).toMatchObject({
      ok: false,
      kind: 'gone',
    })
  })

  test('[R2] a start is for a round by its number, so that two of them start one', () => {
    const played = openClass(2)
    played.startRound()
    played.must(INSTRUCTOR, 'PlanRound', {})
    expect(played.give(INSTRUCTOR, 'StartRound', { round: 1 })).toMatchObject({ ok: false, kind: 'moved-on' })
    expect(played.give(INSTRUCTOR, 'StartRound', { round: 2 })).toMatchObject({
      ok: false,
      kind: 'wrong-phase',
    })
    played.takeTo('stopped')
    played.must(INSTRUCTOR, 'StartRound', { round: 2 })
    expect(played.state.round?.number).toBe(2)
    expect(played.state.pastRounds.map(round => round.number)).toEqual([1])
  })

  test('[R3] the text of a card is journaled once, and an edited card changes nothing', () => {
    const played = oneRoom('done')
    const brought = () => played.events.filter(event => event.type === 'CardBrought')
    expect(brought()).toHaveLength(1)
    played.must(INSTRUCTOR, 'PlanRound', {})
    const rooms = (played.state.plan?.rooms ?? []).map(room => ({ ...room, card: hashOf(1) }))
    played.must(INSTRUCTOR, 'ChangePlan', { rooms })
    const edited = { ...madeUpCard(1), title: 'Edited' }
    played.must(INSTRUCTOR, 'StartRound', { round: 2 }, { library: () => edited })
    expect(brought()).toHaveLength(1)
    expect(played.state.cards[hashOf(1)]?.title).toBe('Card 1')
  })

  test('[R3] a card that the playbook no longer has can not start', () => {
    const played = openClass(2)
    played.must(INSTRUCTOR, 'PlanRound', {})
    const start = played.give(INSTRUCTOR, 'StartRound', { round: 1 }, { library: () => undefined })
    expect(start).toMatchObject({ ok: false, kind: 'gone' })
  })

  test('[R4] the focus rotates unless the instructor chooses', () => {
    const rotation = [['attention'], ['space', 'inquiry']] as const
    const played = openClass(2, { settings: { rotation } })
    const focusNow = () => played.room().focus
    played.startRound()
    expect(focusNow()).toEqual(['attention'])
    played.takeTo('done')
    played.startRound()
    expect(focusNow()).toEqual(['space', 'inquiry'])
    played.takeTo('done')
    played.startRound({ focus: ['resolve'] })
    expect(focusNow()).toEqual(['resolve'])
    played.takeTo('done')
    played.startRound()
    expect(focusNow()).toEqual(['space', 'inquiry'])
  })

  test('[R5] two rounds make a pairing; a fishbowl makes none, and everybody else observes', () => {
    const played = openClass(5)
    const pairings: number[] = []
    const play = (data: Parameters<PlayedClass['startRound']>[0] = {}) => {
      const rooms = played.startRound(data)
      pairings.push(played.state.round?.pairing ?? -1)
      for (const room of rooms) played.takeTo('done', room.id)
      return rooms
    }
    const [bowl] = play({ fishbowl: { customer: 'p4', officer: 'p2' } })
    expect(bowl?.seats).toEqual({ customer: 'p4', officer: 'p2', observers: ['p3', 'p5', 'p6'] })
    play()
    play()
    play({ fishbowl: { customer: 'p2', officer: 'p3' } })
    play()
    expect(pairings).toEqual([0, 1, 1, 0, 2])
  })

  test('[R5] a fishbowl needs two different people who are present', () => {
    const played = openClass(3)
    const bowl = (customer: string, officer: string) =>
      played.give(INSTRUCTOR, 'PlanRound', { fishbowl: { customer, officer } })
    expect(bowl('p2', 'p2')).toMatchObject({ ok: false, kind: 'invalid' })
    expect(bowl('p2', 'p9')).toMatchObject({ ok: false, kind: 'gone' })
    played.must(INSTRUCTOR, 'SetAside', { person: 'p3' })
    expect(bowl('p2', 'p3')).toMatchObject({ ok: false, kind: 'gone' })
    const unknown = { fishbowl: { customer: 'p2', officer: 'p4' }, card: 'abc' }
    expect(played.give(INSTRUCTOR, 'PlanRound', unknown)).toMatchObject({ ok: false, kind: 'gone' })
  })

  test('[R6] a fishbowl does not spoil: its officer has not seen the customer’s brief', () => {
    for (const officer of ['p2', 'p4']) {
      const played = oneRoom('done', { cards: 2 })
      const bowl = played.startRound({ fishbowl: { customer: OFFICER, officer } })[0]
      expect(bowl?.card).toBe(hashOf(2))
    }
  })

  test('[R6] of the difficulty that was asked for', () => {
    const played = openClass(3)
    for (const difficulty of [1, 2, 3] as const) {
      const [bowl] = played.startRound({ fishbowl: { customer: 'p2', officer: 'p3' }, difficulty })
      expect(played.state.deck.find(card => card.hash === bowl?.card)?.difficulty).toBe(difficulty)
      played.takeTo('stopped')
    }
  })
})

describe('from phase to phase', () => {
  test('[R7] every scene begins with a count-in, and the count-in takes nothing from the scene', () => {
    const begun = [
      () => oneRoom('briefing'),
      () => {
        const played = oneRoom('briefing')
        for (const person of [CUSTOMER, OFFICER, OBSERVER]) played.mustAct(person, 'Ready', {})
        return played
      },
      () => {
        const played = oneRoom('briefing', SAME_ROOM)
        played.next('scene')
        return played
      },
    ]
    for (const begin of begun) {
      const played = begin()
      if (phaseOf(played) === 'briefing') played.wait(seconds(180))
      const { times } = played.state.settings
      expect(played.room().phase).toEqual({
        name: 'scene',
        startsAt: played.now + times.countIn,
        endsAt: played.now + times.countIn + times.scene,
      })
      expect(times.countIn).toBe(seconds(5))
      played.wait(seconds(4))
      say(played, CUSTOMER, 'Early.')
      played.wait(seconds(1))
      say(played, CUSTOMER, 'On time.')
      const offsets =
        played
          .room()
          .scenes[0]?.lines.toArray()
          .map(line => line.offset) ?? []
      expect(offsets.every(offset => offset === 0)).toBe(true)
    }
  })

  test('[R7] a time-out in the count-in takes nothing from the scene either', () => {
    const played = oneRoom('briefing')
    played.wait(seconds(182))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    expect(played.room().phase).toMatchObject({ remaining: seconds(600) })
  })

  test('[R8] at class-wide pace Next takes whoever is behind and leaves the others', () => {
    const played = openClass(4, { ...SAME_ROOM, settings: { groupSize: 2 } })
    played.startRound()
    const phases = () => played.state.round?.rooms.map(room => room.phase.name)
    for (const person of ['p2', 'p3', 'p4', 'p5']) played.mustAct(person, 'Ready', {})
    played.wait(seconds(3_000))
    expect(phases()).toEqual(['briefing', 'briefing'])
    played.takeTo('step-out', 'r1-2')
    played.next('scene')
    expect(phases()).toEqual(['scene', 'step-out'])
    expect(played.must(INSTRUCTOR, 'Next', { round: 1, to: 'scene' })).toEqual([])
    played.wait(seconds(305))
    expect(phases()).toEqual(['wrap-up', 'step-out'])
    played.wait(seconds(30))
    expect(phases()).toEqual(['step-out', 'step-out'])
    played.wait(seconds(3_000))
    expect(phases()).toEqual(['step-out', 'step-out'])
    played.next('rating')
    played.wait(seconds(3_000))
    played.next('debrief')
    played.wait(seconds(3_000))
    expect(phases()).toEqual(['debrief', 'debrief'])
    expect(played.state.round?.step).toBe('debrief')
    expect(played.give(INSTRUCTOR, 'Next', { round: 2, to: 'done' })).toMatchObject({
      ok: false,
      kind: 'moved-on',
    })
    played.next('done')
    expect(phases()).toEqual(['done', 'done'])
  })

  test('[R8] the console knows where Next leads: one step on for the slowest', () => {
    const played = openClass(4, { ...SAME_ROOM, settings: { groupSize: 2 } })
    const next = () => {
      const view = viewOf(CONSOLE, played.state)
      return view.kind === 'console' ? view.round?.next : undefined
    }
    expect(next()).toBeUndefined()
    played.startRound()
    expect(next()).toBe('scene')
    played.takeTo('stopped', 'r1-1')
    expect(next()).toBe('scene')
    played.takeTo('time-out', 'r1-2')
    expect(next()).toBe('wrap-up')
    played.takeTo('retake', 'r1-2')
    expect(next()).toBe('done')
    played.takeTo('done', 'r1-2')
    expect(next()).toBe('done')
    played.takeTo('done', 'r1-1')
    expect(next()).toBeNull()
  })

  test('[R8] Next leaves a stopped room alone until the last step', () => {
    const played = oneRoom('stopped', SAME_ROOM)
    played.next('debrief')
    expect(phaseOf(played)).toBe('stopped')
    played.next('done')
    expect(phaseOf(played)).toBe('done')
  })

  test('[R9] at its own pace a room goes on when everyone is ready', () => {
    const played = oneRoom('briefing')
    const everyone = () => {
      for (const person of [CUSTOMER, OFFICER, OBSERVER]) {
        const before = phaseOf(played)
        expect(played.act(person, 'Ready', {})).toMatchObject({ ok: true })
        if (person !== OBSERVER) expect(phaseOf(played)).toBe(before)
      }
    }
    everyone()
    expect(phaseOf(played)).toBe('scene')
    played.takeTo('step-out')
    everyone()
    expect(phaseOf(played)).toBe('rating')
    for (const person of [CUSTOMER, OFFICER, OBSERVER]) played.mustAct(person, 'FinishRating', {})
    expect(phaseOf(played)).toBe('debrief')
    everyone()
    expect(phaseOf(played)).toBe('done')
  })

  test('[R9] or when the time is over, and after a stop when everyone is ready', () => {
    const played = oneRoom('briefing')
    played.wait(seconds(180))
    expect(phaseOf(played)).toBe('scene')
    played.wait(seconds(5 + 600 + 30 + 60))
    expect(phaseOf(played)).toBe('rating')
    played.wait(seconds(3_000))
    expect(phaseOf(played)).toBe('rating')
    const other = oneRoom('stopped')
    for (const person of [CUSTOMER, OFFICER, OBSERVER]) other.mustAct(person, 'Ready', {})
    expect(phaseOf(other)).toBe('done')
  })

  test('[R10] a wrap-up waits for one exchange: customer, then officer', () => {
    const played = oneRoom('wrap-up')
    say(played, OFFICER, 'Let me see.')
    say(played, CUSTOMER, 'Thank you.')
    say(played, CUSTOMER, 'Really.')
    expect(phaseOf(played)).toBe('wrap-up')
    say(played, OFFICER, 'You are welcome.')
    expect(phaseOf(played)).toBe('step-out')
    expect(played.room().scenes[0]?.lines.length).toBe(4)
    expect(say(played, OFFICER, 'And one more.')).toMatchObject({ ok: false, kind: 'wrong-phase' })
  })

  test('[R10] or for its time', () => {
    const played = oneRoom('wrap-up')
    expect(endsAt(played)).toBe(played.now + seconds(30))
    played.wait(seconds(29))
    expect(phaseOf(played)).toBe('wrap-up')
    played.wait(seconds(1))
    expect(phaseOf(played)).toBe('step-out')
  })

  test('[R11] the instructor moves a room forward, never back, and a stopped one only to done', () => {
    const played = oneRoom('wrap-up')
    for (const to of ['briefing', 'scene', 'wrap-up'] as const) {
      expect(played.act(INSTRUCTOR, 'MoveRoom', { to })).toMatchObject({ ok: false, kind: 'wrong-phase' })
    }
    played.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'debrief' })
    expect(played.room().revealed).toBe(true)
    const stopped = oneRoom('stopped')
    expect(stopped.act(INSTRUCTOR, 'MoveRoom', { to: 'debrief' })).toMatchObject({
      ok: false,
      kind: 'wrong-phase',
    })
    stopped.mustAct(INSTRUCTOR, 'MoveRoom', { to: 'done' })
    expect(stopped.room().revealed).toBe(false)
  })

  test('[R12] time is added to a clock that runs and to one that stands', () => {
    const played = oneRoom('scene')
    const before = endsAt(played)
    played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(60) })
    expect(endsAt(played)).toBe(before + seconds(60))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(10) })
    expect(played.room().phase).toMatchObject({ remaining: seconds(670) })
    for (const by of [seconds(9), seconds(601), -seconds(60), 10_000.5, Number.NaN, 0]) {
      expect(played.act(INSTRUCTOR, 'AddTime', { by })).toMatchObject({ ok: false, kind: 'invalid' })
    }
  })

  test('[R13] a room waits for those whose device answers; if that is nobody, for all', () => {
    const played = oneRoom('rating')
    played.must(SERVER, 'NoteAway', { person: OBSERVER })
    played.must(INSTRUCTOR, 'HoldOnPaper', { person: CUSTOMER, on: true })
    played.mustAct(OFFICER, 'FinishRating', {})
    expect(phaseOf(played)).toBe('debrief')

    const alone = oneRoom('rating')
    for (const person of [CUSTOMER, OFFICER, OBSERVER]) alone.must(SERVER, 'NoteAway', { person })
    expect(phaseOf(alone)).toBe('rating')
    alone.mustAct(CUSTOMER, 'FinishRating', {})
    alone.mustAct(OFFICER, 'FinishRating', {})
    expect(phaseOf(alone)).toBe('rating')
    alone.mustAct(OBSERVER, 'FinishRating', {})
    expect(phaseOf(alone)).toBe('debrief')
  })

  test('[R13] a room goes on at once when the last one it waited for leaves', () => {
    const played = oneRoom('rating')
    played.mustAct(CUSTOMER, 'FinishRating', {})
    played.mustAct(OFFICER, 'FinishRating', {})
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(phaseOf(played)).toBe('debrief')
  })
})
