import { describe, expect, test } from 'vitest'
import { DEEDS } from './deeds.ts'
import { CUSTOMER, INSTRUCTOR, OFFICER, oneRoom, SAME_ROOM, seconds } from './testing/one-room.ts'
import { consoleView } from './view/console-view.ts'
import { personView } from './view/person-view.ts'

const deedsOf = (played: ReturnType<typeof oneRoom>) => consoleView(played.state).deeds

describe('what instructors did last', () => {
  test('[V27] each is told with who, what, where and to whom, and never with its text', () => {
    const played = oneRoom('scene')
    played.now += seconds(10)
    played.mustAct(INSTRUCTOR, 'CallTimeOut', {})
    played.now += seconds(10)
    played.must(INSTRUCTOR, 'Announce', { text: 'SECRET', wall: false })
    expect(deedsOf(played).slice(-2)).toMatchObject([
      { by: INSTRUCTOR, what: 'time-out', spots: [1], person: null },
      { by: INSTRUCTOR, what: 'announced', spots: [] },
    ])
    expect(JSON.stringify(deedsOf(played))).not.toContain('SECRET')
    expect(personView(played.state, OFFICER)).not.toHaveProperty('deeds')
  })

  test('[V27] nothing that a trainee did is in it', () => {
    const played = oneRoom('scene')
    const before = deedsOf(played)
    played.act(CUSTOMER, 'CallTimeOut', {})
    played.act(OFFICER, 'Stop', {})
    expect(deedsOf(played)).toEqual(before)
  })

  test('[V27] Next is one deed, with the rooms that it moves', () => {
    const played = oneRoom('briefing', SAME_ROOM)
    played.now += seconds(10)
    const before = deedsOf(played).length
    played.must(INSTRUCTOR, 'Next', { round: 1, to: 'scene' })
    expect(deedsOf(played).slice(before)).toMatchObject([{ what: 'next', to: 'scene' }])
  })

  test('[V27] the same thing within two seconds is one, later it is another; only the newest are kept', () => {
    const played = oneRoom('scene')
    const adds = () => played.mustAct(INSTRUCTOR, 'AddTime', { by: seconds(60) })
    played.now += seconds(10)
    adds()
    const one = deedsOf(played).length
    played.now += seconds(2)
    adds()
    expect(deedsOf(played)).toHaveLength(one)
    for (let time = 0; time < DEEDS + 3; time += 1) {
      played.now += seconds(3)
      played.must(INSTRUCTOR, 'LockClass', { locked: time % 2 === 0 })
    }
    expect(deedsOf(played)).toHaveLength(DEEDS)
  })
})
