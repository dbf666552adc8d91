import { describe, expect, test } from 'vitest'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { fold, unopened } from './fold.ts'
import type { RefusalKind } from './refusal.ts'
import { frozen } from './testing/frozen.ts'
import { library } from './testing/made-up-cards.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, say } from './testing/one-room.ts'
import { openClass } from './testing/play-class.ts'

const spoken = (at: number): Command => ({
  id: 'c-1',
  actor: CUSTOMER,
  at,
  chance: 7,
  library,
  type: 'Speak',
  data: { place: { room: 'r1-1', scene: 'r1-1.1', seat: 'customer' }, how: 'say', text: 'Hello.' },
})

describe('commands', () => {
  test('[X1] somebody who is not in the class, or no longer', () => {
    const played = openClass(1)
    const stranger = played.give('p77', 'CallHelp', {})
    expect(stranger).toMatchObject({ ok: false, kind: 'not-allowed' })
    for (const actor of ['', 'p', 'p0', 'p-1', 'p1.5', 'toString', '__proto__', 'server ']) {
      expect(played.give(actor, 'CallHelp', {})).toEqual(stranger)
    }
  })

  test('[X4] composed for a scene, a seat or a round that is over', () => {
    const played = oneRoom('scene')
    const scene = played.placeFor(CUSTOMER)
    played.takeTo('debrief')
    const rating = { scores: {}, place: played.placeFor(OFFICER) }
    played.mustAct(CUSTOMER, 'StartRetake', { offset: 0, swapped: true })
    const late = { how: 'say', text: 'Late.' } as const
    expect(played.give(CUSTOMER, 'Speak', { place: scene, ...late })).toMatchObject({ kind: 'moved-on' })
    const inRetake = { ...scene, seat: 'officer' } as const
    expect(played.give(CUSTOMER, 'Speak', { place: inRetake, ...late })).toMatchObject({ kind: 'moved-on' })
    expect(played.give(OFFICER, 'Rate', rating)).toMatchObject({ kind: 'moved-on' })
    played.takeTo('done')
    played.startRound()
    expect(played.give(CUSTOMER, 'Speak', { place: scene, ...late })).toMatchObject({ kind: 'moved-on' })
    for (const room of ['r0-1', 'r2-9', 'r2-0', '', 'constructor']) {
      expect(played.give(CUSTOMER, 'Speak', { place: { ...scene, room }, ...late })).toMatchObject({
        kind: 'moved-on',
      })
    }
  })

  test('[X4] an instructor who sits in a seat acts from it, or from outside', () => {
    const played = openClass(2)
    played.startRound()
    played.must(INSTRUCTOR, 'SeatPerson', { person: INSTRUCTOR, seat: 'observer', room: 'r1-1' })
    expect(played.act(INSTRUCTOR, 'Ready', {})).toMatchObject({ ok: true })
    const outside = { ...played.placeFor(INSTRUCTOR), seat: 'instructor' } as const
    expect(played.give(INSTRUCTOR, 'AddTime', { place: outside, by: 60_000 })).toMatchObject({ ok: true })
    expect(played.act(INSTRUCTOR, 'AddTime', { by: 60_000 })).toMatchObject({
      ok: false,
      kind: 'not-allowed',
    })
  })

  test('[X6] every refusal has a kind and one sentence, and says nothing of others', () => {
    const played = oneRoom('scene')
    played.mustAct(INSTRUCTOR, 'Mark', { mark: 'hurt', behaviour: 'dismissed' })
    const refusals = [
      say(played, OBSERVER, 'x'),
      say(played, CUSTOMER, ''),
      played.act(OBSERVER, 'UndoMoment', { moment: 'm1' }),
      played.act(CUSTOMER, 'Rate', { scores: {} }),
      played.give(CUSTOMER, 'CloseClass', {}),
      played.give('p99', 'CallHelp', {}),
      played.give(INSTRUCTOR, 'ProjectDebrief', { room: 'r1-1' }),
    ]
    const kinds: RefusalKind[] = []
    for (const refusal of refusals) {
      if (refusal.ok) throw new Error('accepted')
      kinds.push(refusal.kind)
      expect(refusal.say).toMatch(/^[A-Z].*[.]$/)
      expect(refusal.say).not.toMatch(/p\d|brief-|dismissed/)
    }
    expect(kinds).toEqual([
      'not-allowed',
      'invalid',
      'gone',
      'wrong-phase',
      'not-allowed',
      'not-allowed',
      'wrong-phase',
    ])
  })

  test('[X7] to ask for what already is so is accepted and makes nothing', () => {
    const played = oneRoom('briefing')
    played.mustAct(CUSTOMER, 'Ready', {})
    const known = played.events.length
    expect(played.act(CUSTOMER, 'Ready', {})).toEqual({ ok: true, events: [] })
    expect(played.act(INSTRUCTOR, 'ReadyFor', { person: CUSTOMER })).toEqual({ ok: true, events: [] })
    expect(played.give(INSTRUCTOR, 'LockClass', { locked: false })).toEqual({ ok: true, events: [] })
    expect(played.give(INSTRUCTOR, 'BringBack', { person: CUSTOMER })).toEqual({ ok: true, events: [] })
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(played.give(INSTRUCTOR, 'SetAside', { person: OBSERVER })).toEqual({ ok: true, events: [] })
    expect(played.give(INSTRUCTOR, 'HoldOnPaper', { person: CUSTOMER, on: false })).toEqual({
      ok: true,
      events: [],
    })
    expect(played.give(INSTRUCTOR, 'EndHelp', { person: CUSTOMER })).toEqual({ ok: true, events: [] })
    expect(played.events).toHaveLength(known + 1)
  })

  test('[X8] the same command on the same state gives the same answer, and neither is changed by it', () => {
    const played = oneRoom('scene')
    const state = frozen(played.state)
    const command = frozen(spoken(played.now))
    const first = decide(command, state)
    expect(first).toMatchObject({ ok: true })
    expect(decide(command, state)).toEqual(first)
    const planning = frozen({ ...command, actor: INSTRUCTOR, type: 'PlanRound', data: {} } as const)
    expect(decide(planning, state)).toEqual(decide(planning, state))
    const again = fold(unopened('class-1'), played.events)
    expect(JSON.stringify(again)).toBe(JSON.stringify(played.state))
  })

  test('[X9] nothing that has the right shape makes decide throw', () => {
    const strange = ['', 'p0', 'p999', 'r1-1', 'r999-999', '__proto__', 'hash-1', '💥']
    for (const phase of ['briefing', 'scene', 'debrief', 'stopped', 'done'] as const) {
      const played = oneRoom(phase)
      for (const word of strange) {
        played.give(INSTRUCTOR, 'SeatPerson', { person: word, room: word })
        played.give(INSTRUCTOR, 'SwapSeats', { a: word, b: CUSTOMER })
        played.give(INSTRUCTOR, 'PlanRound', { card: word })
        played.give(INSTRUCTOR, 'ProjectDebrief', { room: word })
        played.give(INSTRUCTOR, 'SetAside', { person: word })
        played.act(INSTRUCTOR, 'Whisper', { to: word, text: word })
        played.act(INSTRUCTOR, 'ChangeCard', { card: word })
        played.act(OBSERVER, 'UndoMoment', { moment: word })
        played.act(CUSTOMER, 'Speak', { how: 'say', text: word })
        played.act(CUSTOMER, 'StartRetake', { offset: Number.MAX_SAFE_INTEGER, swapped: true })
        played.give('p2', 'EndHelp', { person: word })
        played.give('server', 'PassDeadline', { room: word, endsAt: Number.NaN })
      }
      expect(fold(unopened('class-1'), played.events).seq).toBe(played.events.length)
    }
  })
})
