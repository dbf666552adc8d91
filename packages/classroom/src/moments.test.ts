import { describe, expect, test } from 'vitest'
import { MOST_MOMENTS } from './decide/observe.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, say, seconds } from './testing/one-room.ts'
import type { PlayedClass } from './testing/play-class.ts'

const moments = (played: PlayedClass) => played.room().scenes.at(-1)?.moments ?? []
const mark = (played: PlayedClass, person = OBSERVER) => played.mustAct(person, 'Mark', { mark: 'helped' })

describe('marks', () => {
  test('[M1] are helped or hurt, with a behaviour or without, on a line or without', () => {
    const played = oneRoom('scene')
    say(played, OFFICER, 'So you are upset.')
    played.wait(seconds(9))
    played.mustAct(OBSERVER, 'Mark', { mark: 'helped', behaviour: 'paraphrase', line: 1 })
    played.mustAct(INSTRUCTOR, 'Mark', { mark: 'hurt' })
    expect(moments(played)).toEqual([
      {
        id: 'm1',
        by: OBSERVER,
        as: 'observer',
        mark: 'helped',
        offset: seconds(9),
        behaviour: 'paraphrase',
        line: 1,
      },
      { id: 'm2', by: INSTRUCTOR, as: 'instructor', mark: 'hurt', offset: seconds(9) },
    ])
    expect(played.act(OBSERVER, 'Mark', { mark: 'hurt', behaviour: 'paraphrase' })).toMatchObject({
      kind: 'invalid',
    })
    expect(played.act(OBSERVER, 'Mark', { mark: 'helped', behaviour: 'cut-off' })).toMatchObject({
      kind: 'invalid',
    })
    for (const line of [0, 2])
      expect(played.act(OBSERVER, 'Mark', { mark: 'helped', line })).toMatchObject({ kind: 'gone' })
  })

  test('[M2] an undone mark’s id is not used again', () => {
    const played = oneRoom('scene')
    mark(played)
    mark(played)
    played.mustAct(OBSERVER, 'UndoMoment', { moment: 'm2' })
    mark(played)
    expect(moments(played).map(moment => moment.id)).toEqual(['m1', 'm3'])
  })

  test('[M3] are named and undone by whoever made them; others’ look as if they never were', () => {
    const played = oneRoom('scene')
    mark(played, INSTRUCTOR)
    const others = played.act(OBSERVER, 'UndoMoment', { moment: 'm1' })
    expect(others).toMatchObject({ ok: false, kind: 'gone' })
    expect(played.act(OBSERVER, 'UndoMoment', { moment: 'm9' })).toEqual(others)
    const naming = (moment: string) => played.act(OBSERVER, 'NameMoment', { moment, behaviour: 'validated' })
    expect(naming('m1')).toEqual(naming('m9'))
    played.mustAct(INSTRUCTOR, 'NameMoment', { moment: 'm1', behaviour: 'validated' })
    expect(moments(played)[0]?.behaviour).toBe('validated')
    played.mustAct(INSTRUCTOR, 'NameMoment', { moment: 'm1', behaviour: 'together' })
    expect(moments(played)[0]?.behaviour).toBe('together')
    expect(played.act(INSTRUCTOR, 'NameMoment', { moment: 'm1', behaviour: 'cut-off' })).toMatchObject({
      kind: 'invalid',
    })
  })

  test('[M6] a late mark keeps the moment of its tap, also across a pause, up to ten minutes', () => {
    const played = oneRoom('scene')
    played.wait(seconds(100))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    played.wait(seconds(60))
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(70) })
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(30) })
    played.mustAct(OFFICER, 'EndTimeOut', {})
    played.wait(seconds(10))
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(80) })
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(4) })
    played.mustAct(OBSERVER, 'Mark', { mark: 'hurt', ago: seconds(9_999) })
    expect(moments(played).map(moment => moment.offset / 1_000)).toEqual([90, 100, 90, 106, 0])
    played.takeTo('rating')
    played.wait(seconds(30))
    played.mustAct(OBSERVER, 'Mark', { mark: 'helped', ago: seconds(31) })
    expect(moments(played).at(-1)?.offset).toBe(seconds(109))
  })

  test('[M7] are final with the reveal; a retake is marked on its own', () => {
    const played = oneRoom('scene')
    mark(played)
    played.takeTo('debrief')
    for (const attempt of [
      played.act(OBSERVER, 'Mark', { mark: 'helped' }),
      played.act(OBSERVER, 'NameMoment', { moment: 'm1', behaviour: 'validated' }),
      played.act(OBSERVER, 'UndoMoment', { moment: 'm1' }),
    ]) {
      expect(attempt).toMatchObject({ ok: false, kind: 'wrong-phase' })
    }
    played.takeTo('retake')
    expect(moments(played)).toEqual([])
    mark(played)
    played.mustAct(OBSERVER, 'UndoMoment', { moment: 'm1' })
    expect(played.room().scenes[0]?.moments).toHaveLength(1)
  })

  test('[M8] have a limit that is each person’s own', () => {
    const played = oneRoom('scene')
    for (let made = 0; made < MOST_MOMENTS; made++) mark(played)
    expect(played.act(OBSERVER, 'Mark', { mark: 'hurt' })).toMatchObject({ ok: false, kind: 'limit' })
    expect(played.act(INSTRUCTOR, 'Mark', { mark: 'hurt' })).toMatchObject({ ok: true })
    played.takeTo('step-out')
    expect(played.act(CUSTOMER, 'ConfirmCue', { cue: { kind: 'trigger', index: 2 } })).toMatchObject({
      ok: true,
    })
  })
})

describe('what the customer says happened', () => {
  test('[M4] is one of the card’s triggers and calmers, with the line or the words', () => {
    const played = oneRoom('scene')
    played.wait(seconds(5))
    say(played, OFFICER, 'Those are the rules.')
    played.wait(seconds(5))
    played.takeTo('step-out')
    played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'trigger', index: 1 }, line: 1 })
    played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'calmer', index: 0 }, words: ' I see. ' })
    expect(moments(played)).toMatchObject([
      { as: 'customer', mark: 'hurt', behaviour: 'policy-wall', line: 1, offset: seconds(5) },
      { as: 'customer', mark: 'helped', behaviour: 'paraphrase', words: 'I see.', offset: seconds(10) },
    ])
    const again = { cue: { kind: 'trigger', index: 1 }, line: 1 } as const
    expect(played.act(CUSTOMER, 'ConfirmCue', again)).toMatchObject({ ok: false, kind: 'taken' })
    expect(played.act(CUSTOMER, 'ConfirmCue', { cue: again.cue })).toMatchObject({ ok: true })
    expect(played.act(CUSTOMER, 'ConfirmCue', { ...again, line: 7 })).toMatchObject({
      ok: false,
      kind: 'gone',
    })
    played.mustAct(CUSTOMER, 'UndoMoment', { moment: 'm1' })
    expect(played.act(CUSTOMER, 'ConfirmCue', again)).toMatchObject({ ok: true })
  })

  test('[M4] already has its name, whoever its author is by now', () => {
    const played = oneRoom('step-out')
    played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'calmer', index: 0 } })
    played.must(INSTRUCTOR, 'SwapSeats', { a: CUSTOMER, b: OBSERVER })
    const named = played.act(CUSTOMER, 'NameMoment', { moment: 'm1', behaviour: 'validated' })
    expect(named).toMatchObject({ ok: false, kind: 'not-allowed' })
  })

  test('[M5] a corrected curve stands beside the first one', () => {
    const played = oneRoom('scene')
    played.wait(seconds(30))
    played.takeTo('step-out')
    const points = [
      { level: 5, offset: 0 },
      { level: 2, offset: seconds(30) },
    ] as const
    played.mustAct(CUSTOMER, 'CorrectCurve', { points })
    expect(played.room().scenes[0]?.corrected).toEqual(points)
    expect(played.room().scenes[0]?.curve.toArray()).toEqual([{ level: 5, offset: 0 }])
    for (const wrong of [
      [],
      [points[1], points[0]],
      [{ level: 2, offset: seconds(31) }],
      [{ level: 2, offset: -1 }],
      Array.from({ length: 1_001 }, () => points[0]),
    ] as const) {
      expect(played.act(CUSTOMER, 'CorrectCurve', { points: wrong })).toMatchObject({
        ok: false,
        kind: 'invalid',
      })
    }
  })
})
