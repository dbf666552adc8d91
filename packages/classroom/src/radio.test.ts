import { describe, expect, test } from 'vitest'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, phaseOf, seconds } from './testing/one-room.ts'
import type { PlayedClass } from './testing/play-class.ts'
import { consoleView } from './view/console-view.ts'
import { viewOf } from './view/view-of.ts'
import type { Viewer } from './view/viewer.ts'

const person = (id: string): Viewer => ({ kind: 'person', person: id })

describe('a call that an instructor may answer', () => {
  const live = () => {
    const played = oneRoom('scene', { settings: { liveRadio: true } })
    played.wait(seconds(10))
    played.mustAct(OFFICER, 'MakeCall', { index: 0 })
    return played
  }
  const answers = (played: PlayedClass, id = OFFICER) => {
    const view = viewOf(person(id), played.state)
    return view.kind === 'person' ? view.room?.scenes.at(-1)?.calls.map(call => call.answer) : undefined
  }

  test('[S4] an instructor who answers the radio is waited for, and their words stand in place of the card', () => {
    const played = live()
    expect(answers(played)).toEqual([null])
    expect(played.act(OFFICER, 'MakeCall', { index: 0 })).toMatchObject({ ok: false, kind: 'taken' })
    expect(played.act(OFFICER, 'AnswerCall', { index: 0 })).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(played.act(INSTRUCTOR, 'AnswerCall', { index: 1 })).toMatchObject({ ok: false, kind: 'gone' })
    const long = 'x'.repeat(301)
    expect(played.act(INSTRUCTOR, 'AnswerCall', { index: 0, text: long })).toMatchObject({ kind: 'invalid' })
    expect(played.act(INSTRUCTOR, 'AnswerCall', { index: 0, text: ' ' })).toMatchObject({ kind: 'invalid' })
    played.mustAct(INSTRUCTOR, 'AnswerCall', { index: 0, text: ' Ten minutes. ' })
    expect(answers(played)).toEqual(['Ten minutes.'])
    expect(answers(played, OBSERVER)).toEqual(['Ten minutes.'])
    expect(answers(played, CUSTOMER)).toEqual([])
    expect(played.act(INSTRUCTOR, 'AnswerCall', { index: 0 })).toMatchObject({ ok: false, kind: 'taken' })
    played.wait(seconds(30))
    expect(answers(played)).toEqual(['Ten minutes.'])
  })

  test('[V3] [V27] that an instructor said it is for instructors, and for the room at the reveal', () => {
    const played = live()
    played.mustAct(INSTRUCTOR, 'AnswerCall', { index: 0, text: 'Ten minutes.' })
    const told = (id: string) => {
      const view = viewOf(person(id), played.state)
      return view.kind === 'person' ? view.room?.scenes[0]?.calls[0]?.live : undefined
    }
    expect([OFFICER, OBSERVER].map(told)).toEqual([undefined, undefined])
    const watched = viewOf({ kind: 'watch', room: 'r1-1', person: INSTRUCTOR }, played.state)
    expect(watched).toMatchObject({ room: { scenes: [{ calls: [{ answer: 'Ten minutes.', live: true }] }] } })
    expect(played.state.deeds.at(-1)).toMatchObject({ by: INSTRUCTOR, what: 'answered', spots: [1] })
    played.takeTo('debrief')
    expect([CUSTOMER, OFFICER, OBSERVER].map(told)).toEqual([true, true, true])
    expect(answers(played, CUSTOMER)).toEqual(['Ten minutes.'])
  })

  test('[V3] the console shows a call that waits, what the card answers and when that goes out', () => {
    const played = live()
    const [call] = played.state.cards[played.room().card]?.officer.calls ?? []
    const waiting = () => consoleView(played.state).rooms['r1-1']?.calls
    const due = played.now + seconds(20)
    expect(waiting()).toEqual([{ index: 0, who: call?.who, written: call?.answer, due }])
    played.wait(seconds(5))
    played.mustAct(OFFICER, 'MakeCall', { index: 1 })
    expect(waiting()?.map(each => [each.index, each.due])).toEqual([
      [0, due],
      [1, played.now + seconds(20)],
    ])
    played.mustAct(OFFICER, 'CallTimeOut', {})
    expect(waiting()?.map(each => each.due)).toEqual([null, null])
    played.mustAct(INSTRUCTOR, 'AnswerCall', { index: 0 })
    expect(waiting()?.map(each => each.index)).toEqual([1])
    played.mustAct(INSTRUCTOR, 'EndRoom', {})
    expect(waiting()).toBeUndefined()
  })

  test('[S4] of two instructors who answer at once the first is heard, and the other is told', () => {
    const played = live()
    const other = played.join('instructor')
    const place = played.placeFor(INSTRUCTOR, 'r1-1')
    played.mustAct(INSTRUCTOR, 'AnswerCall', { index: 0, text: 'Ten minutes.' })
    const late = { ok: false, kind: 'taken', say: 'That call was answered already.' }
    expect(played.give(other, 'AnswerCall', { place, index: 0, text: 'Never.' })).toEqual(late)
    played.mustAct(OFFICER, 'MakeCall', { index: 1 })
    played.wait(seconds(20))
    expect(played.give(other, 'AnswerCall', { place, index: 1, text: 'Never.' })).toEqual(late)
    expect(answers(played)).not.toContain('Never.')
  })

  test('[S4] [D2] after 20 s of played time the card answers, once, and a time-out stops the wait', () => {
    const played = live()
    played.wait(seconds(15))
    played.mustAct(OFFICER, 'CallTimeOut', {})
    played.wait(seconds(100))
    played.mustAct(OFFICER, 'EndTimeOut', {})
    played.wait(seconds(4.9))
    expect(answers(played)).toEqual([null])
    played.wait(seconds(0.1))
    const written = played.state.cards[played.room().card]?.officer.calls[0]?.answer
    expect(answers(played)).toEqual([written])
    expect(played.events.filter(event => event.type === 'CallAnswered')).toHaveLength(1)
    expect(phaseOf(played)).toBe('scene')
  })

  test('[S4] a scene that ends first leaves the call without an answer', () => {
    const played = live()
    played.mustAct(INSTRUCTOR, 'EndRoom', {})
    played.wait(seconds(60))
    expect(answers(played)).toEqual([null])
    expect(played.act(INSTRUCTOR, 'AnswerCall', { index: 0 })).toMatchObject({ kind: 'wrong-phase' })
  })

  test('[S4] [D2] an answer due in the millisecond in which the scene ends holds up neither', () => {
    const played = oneRoom('scene', { settings: { liveRadio: true } })
    const { phase } = played.room()
    if (!('endsAt' in phase)) throw new Error('no clock')
    played.wait(phase.endsAt - played.now - seconds(20))
    played.mustAct(OFFICER, 'MakeCall', { index: 0 })
    played.wait(seconds(20))
    expect(answers(played)).not.toEqual([null])
    expect(phaseOf(played)).toBe('wrap-up')
  })
})
