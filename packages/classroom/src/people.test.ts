import { describe, expect, test } from 'vitest'
import { SERVER } from './ids.ts'
import { presetFor, type Settings } from './settings.ts'
import { INSTRUCTOR, OBSERVER, OFFICER, oneRoom, phaseOf, seconds } from './testing/one-room.ts'
import { openClass } from './testing/play-class.ts'
import { ATTENTION } from './view/attention.ts'

const settingsOf = (change: Partial<Settings>): Settings => ({
  ...presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, []),
  ...change,
})

describe('the class', () => {
  test('[C1] practice or assessed, spoken or typed can not be changed afterwards', () => {
    const played = openClass(0)
    const changed = (change: Partial<Settings>) =>
      played.give(INSTRUCTOR, 'ChangeSettings', { settings: { ...played.state.settings, ...change } })
    expect(changed({ kind: 'assessed' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(changed({ medium: 'spoken' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(changed({ pace: 'class', groupSize: 2 })).toMatchObject({ ok: true })
  })

  test.each([
    ['too short', { minutes: 4 }],
    ['too long', { minutes: 601 }],
    ['half minutes', { minutes: 10.5 }],
    ['a limit of no time', { attention: { ...ATTENTION, silentFor: 0 } }],
    ['temperature in a spoken class', { medium: 'spoken', officerSeesTemperature: true }],
    ['a phase over an hour', { times: { ...settingsOf({}).times, debrief: 3_600_001 } }],
    ['a phase below nothing', { times: { ...settingsOf({}).times, rating: -1 } }],
    ['a scene of nine seconds', { times: { ...settingsOf({}).times, scene: 9_000 } }],
  ] satisfies [string, Partial<Settings>][])('[C2] settings that can not be: %s', (_, change) => {
    expect(() => openClass(0, { settings: change })).toThrow(/invalid/)
    if ('medium' in change) return
    const played = openClass(0)
    const settings = { ...played.state.settings, ...change }
    expect(played.give(INSTRUCTOR, 'ChangeSettings', { settings })).toMatchObject({
      ok: false,
      kind: 'invalid',
    })
  })

  test('[C3] people are numbered in the order of joining and a number is never given twice', () => {
    const played = openClass(2)
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p3', block: false })
    expect(played.join()).toBe('p4')
    expect(played.state.people.map(person => person.id)).toEqual(['p1', 'p2', 'p3', 'p4'])
  })

  test('[C3] no event holds a name, only its version, which rises', () => {
    const played = openClass(1)
    expect(played.must(SERVER, 'NamePerson', { person: 'p2' })[0]?.data).toEqual({
      person: 'p2',
      nameVersion: 2,
    })
    expect(played.must(SERVER, 'NamePerson', { person: 'p2' })[0]?.data).toEqual({
      person: 'p2',
      nameVersion: 3,
    })
    expect(played.give(SERVER, 'NamePerson', { person: 'p9' })).toMatchObject({ ok: false, kind: 'gone' })
  })

  test('[C4] two hundred people at a time, those set aside included, a thousand altogether', () => {
    const played = openClass(198)
    played.must(INSTRUCTOR, 'SetAside', { person: 'p2' })
    played.join()
    expect(played.give(SERVER, 'JoinClass', { role: 'trainee' })).toMatchObject({ ok: false, kind: 'limit' })
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p3', block: false })
    played.join()
    while (played.state.people.length < 1_000) {
      played.must(INSTRUCTOR, 'RemovePerson', { person: `p${played.state.people.length}`, block: false })
      played.join()
    }
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p1000', block: false })
    expect(played.give(SERVER, 'JoinClass', { role: 'trainee' })).toMatchObject({ ok: false, kind: 'limit' })
  })

  test('[C5] a locked class takes no new trainee but lets instructors in and puts nobody out', () => {
    const played = openClass(1)
    played.must(INSTRUCTOR, 'LockClass', { locked: true })
    expect(played.give(SERVER, 'JoinClass', { role: 'trainee' })).toMatchObject({ ok: false, kind: 'locked' })
    expect(played.join('instructor')).toBe('p3')
    expect(played.give('p2', 'CallHelp', {})).toMatchObject({ ok: true })
    played.must(INSTRUCTOR, 'LockClass', { locked: false })
    expect(played.join()).toBe('p4')
  })
})

describe('people in it', () => {
  test('[C6] somebody set aside gives up their seat, is in no plan and can be brought back', () => {
    const played = oneRoom('briefing')
    played.must(INSTRUCTOR, 'SetAside', { person: OBSERVER })
    expect(played.room().seats.observers).toEqual([])
    expect(played.give(OBSERVER, 'CallHelp', {})).toMatchObject({ ok: true })
    played.must(INSTRUCTOR, 'PlanRound', {})
    expect(JSON.stringify(played.state.plan)).not.toContain(`"${OBSERVER}"`)
    played.must(INSTRUCTOR, 'BringBack', { person: OBSERVER })
    played.must(INSTRUCTOR, 'PlanRound', {})
    expect(JSON.stringify(played.state.plan)).toContain(`"${OBSERVER}"`)
    expect(played.give(INSTRUCTOR, 'SetAside', { person: 'p99' })).toMatchObject({ kind: 'gone' })
    expect(played.give(INSTRUCTOR, 'BringBack', { person: 'p99' })).toMatchObject({ kind: 'gone' })
  })

  test('[C7] somebody removed gives up their seat; blocked they stay blocked however they are removed again', () => {
    const played = oneRoom('scene')
    played.must(INSTRUCTOR, 'RemovePerson', { person: OFFICER, block: false })
    expect(played.room().seats.officer).toBeNull()
    expect(played.give(OFFICER, 'CallHelp', {})).toMatchObject({ ok: false, kind: 'not-allowed' })
    played.must(INSTRUCTOR, 'RemovePerson', { person: OFFICER, block: true })
    expect(played.state.people[2]?.standing).toBe('blocked')
    played.must(INSTRUCTOR, 'RemovePerson', { person: OFFICER, block: false })
    expect(played.state.people[2]?.standing).toBe('blocked')
    expect(played.give(INSTRUCTOR, 'RemovePerson', { person: INSTRUCTOR, block: false })).toMatchObject({
      kind: 'not-allowed',
    })
    expect(played.give(INSTRUCTOR, 'RemovePerson', { person: 'p0', block: false })).toMatchObject({
      kind: 'gone',
    })
  })

  test.each([false, true])(
    '[C7] a removal is taken back (blocked: %s): they are in the class again, without their seat',
    block => {
      const played = oneRoom('scene')
      played.must(INSTRUCTOR, 'RemovePerson', { person: OFFICER, block })
      expect(played.must(INSTRUCTOR, 'BringBack', { person: OFFICER })).toMatchObject([
        { type: 'PersonBroughtBack', data: { person: OFFICER } },
      ])
      expect(played.state.people[2]).toMatchObject({ standing: 'present', room: null })
      expect(played.give(OFFICER, 'CallHelp', {})).toMatchObject({ ok: true })
      played.must(INSTRUCTOR, 'SeatPerson', { person: OFFICER, room: 'r1-1', seat: 'officer' })
      expect(played.room().seats.officer).toBe(OFFICER)
    },
  )

  test('[C4] nobody is brought back into a class that has filled up meanwhile', () => {
    const played = openClass(199)
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p2', block: false })
    played.join()
    expect(played.give(INSTRUCTOR, 'BringBack', { person: 'p2' })).toMatchObject({ ok: false, kind: 'limit' })
  })

  test('[C8] a call for help stands until its caller or an instructor ends it', () => {
    const played = openClass(2)
    played.must('p2', 'CallHelp', {})
    expect(played.must('p2', 'CallHelp', {})).toEqual([])
    expect(played.state.help).toEqual([{ person: 'p2', at: played.now }])
    expect(played.give('p3', 'EndHelp', { person: 'p2' })).toMatchObject({ ok: false, kind: 'not-allowed' })
    played.must('p2', 'EndHelp', { person: 'p2' })
    played.must('p3', 'CallHelp', {})
    played.must(INSTRUCTOR, 'EndHelp', { person: 'p3' })
    expect(played.state.help).toEqual([])
  })

  test('[C8] a call ends when its caller leaves', () => {
    const played = openClass(2)
    played.must('p2', 'CallHelp', {})
    played.must('p3', 'CallHelp', {})
    played.must(INSTRUCTOR, 'SetAside', { person: 'p2' })
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p3', block: false })
    expect(played.state.help).toEqual([])
  })

  test('[C9] a seat is put on paper by its holder or the instructor, and the room does not wait for it', () => {
    const played = oneRoom('briefing')
    expect(played.give(OFFICER, 'HoldOnPaper', { person: OBSERVER, on: true })).toMatchObject({
      ok: false,
      kind: 'not-allowed',
    })
    played.mustAct('p2', 'Ready', {})
    played.must(INSTRUCTOR, 'HoldOnPaper', { person: OBSERVER, on: true })
    played.mustAct(OFFICER, 'Ready', {})
    expect(phaseOf(played)).toBe('scene')
    played.must(OBSERVER, 'HoldOnPaper', { person: OBSERVER, on: false })
    expect(played.state.people[3]?.paper).toBe(false)
    expect(played.give(INSTRUCTOR, 'HoldOnPaper', { person: 'p99', on: true })).toMatchObject({
      kind: 'gone',
    })
  })

  test('[C9] the instructor readies whoever is on paper; where all are, the room waits for all', () => {
    const played = oneRoom('briefing')
    const everybody = ['p2', OFFICER, OBSERVER]
    for (const person of everybody) played.must(INSTRUCTOR, 'HoldOnPaper', { person, on: true })
    for (const person of everybody) {
      expect(phaseOf(played)).toBe('briefing')
      played.mustAct(INSTRUCTOR, 'ReadyFor', { person })
    }
    expect(phaseOf(played)).toBe('scene')
    expect(played.act(INSTRUCTOR, 'ReadyFor', { person: 'p1' })).toMatchObject({ ok: false })
  })

  test('[C10] the longest reading time in a room sets its briefing', () => {
    const played = openClass(3)
    played.must(OFFICER, 'SetReading', { factor: 1.5 })
    played.must(OBSERVER, 'SetReading', { factor: 2 })
    played.startRound()
    expect(played.room().phase).toMatchObject({ name: 'briefing', endsAt: played.now + seconds(360) })
  })

  test('[C10] a wish made during the briefing adds the difference, and nobody loses time', () => {
    const played = oneRoom('briefing')
    const endsAt = () => ('endsAt' in played.room().phase ? Number(Object(played.room().phase).endsAt) : 0)
    const began = played.now
    played.must(OFFICER, 'SetReading', { factor: 1.5 })
    expect(endsAt()).toBe(began + seconds(270))
    played.must(OBSERVER, 'SetReading', { factor: 2 })
    expect(endsAt()).toBe(began + seconds(360))
    played.must(OBSERVER, 'SetReading', { factor: 1 })
    played.must(OFFICER, 'SetReading', { factor: 1 })
    expect(endsAt()).toBe(began + seconds(360))
    expect(played.must(OFFICER, 'SetReading', { factor: 1 })).toEqual([])
  })

  test('[C13] closing brings every room to done without a reveal', () => {
    const played = oneRoom('rating')
    played.must('p2', 'CallHelp', {})
    played.must(INSTRUCTOR, 'CloseClass', {})
    expect(phaseOf(played)).toBe('done')
    expect(played.room().revealed).toBe(false)
    expect(played.state).toMatchObject({ status: 'closed', projected: null, help: [] })
    const known = played.events.length
    played.must(SERVER, 'NoteAway', { person: 'p2' })
    played.must(SERVER, 'ShiftClocks', { by: 5_000 })
    played.must(SERVER, 'PassDeadline', { room: 'r1-1', endsAt: 1 })
    expect(played.events).toHaveLength(known)
    expect(played.give(SERVER, 'JoinClass', { role: 'trainee' })).toMatchObject({ kind: 'closed' })
    expect(played.give(SERVER, 'NamePerson', { person: 'p2' })).toMatchObject({ kind: 'closed' })
  })
})
