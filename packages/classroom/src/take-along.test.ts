import { describe, expect, test } from 'vitest'
import { LATEST_TAKE_ALONG } from './decide/take-along.ts'
import { INSTRUCTOR, oneRoom } from './testing/one-room.ts'
import { consoleView } from './view/console-view.ts'
import { personView } from './view/person-view.ts'
import { projectorView } from './view/projector-view.ts'

const written = {
  keep: 'Letting him finish.',
  tryOut: 'Asking first.',
  note: 'Slower.\nMuch slower.',
  shared: true,
}
const blank = { keep: '', tryOut: ' ', note: '\u200b', shared: true }

describe('what people take along', () => {
  test('[G12] the newest replaces the one before, and the same again is nothing', () => {
    const played = oneRoom('debrief')
    expect(played.give('p2', 'TakeAlong', blank)).toMatchObject({ ok: false, kind: 'invalid' })
    played.must('p2', 'TakeAlong', { ...written, keep: ' Letting him\nfinish. ' })
    expect(personView(played.state, 'p2').me.takeAlong).toEqual(written)
    const known = played.events.length
    played.must('p2', 'TakeAlong', written)
    expect(played.events).toHaveLength(known)
    played.must('p2', 'TakeAlong', blank)
    expect(personView(played.state, 'p2').me.takeAlong).toEqual({
      keep: '',
      tryOut: '',
      note: '',
      shared: true,
    })
    for (const part of ['keep', 'tryOut'])
      expect(played.give('p2', 'TakeAlong', { ...written, [part]: 'x'.repeat(301) })).toMatchObject({
        ok: false,
      })
  })

  test('[G12] it may be written up to a day after the end, and not later', () => {
    const played = oneRoom('debrief')
    played.must(INSTRUCTOR, 'CloseClass', {})
    played.now += LATEST_TAKE_ALONG
    played.must('p3', 'TakeAlong', written)
    expect(personView(played.state, 'p3').me.takeAlong).toEqual(written)
    expect(played.state).toMatchObject({ status: 'closed' })
    played.now += 1
    expect(played.give('p3', 'TakeAlong', { ...written, note: '' })).toMatchObject({ kind: 'closed' })
  })

  test('[V18] what is shared has no name and no order of people; note and unshared stay with their author', () => {
    const played = oneRoom('debrief')
    played.must('p2', 'TakeAlong', { ...written, keep: 'Zebra', note: 'NOTE-2' })
    played.must('p3', 'TakeAlong', { ...written, keep: 'Apple', note: 'NOTE-3' })
    played.must('p4', 'TakeAlong', { ...written, keep: 'SECRET-4', shared: false })
    const shared = [
      { keep: 'Apple', tryOut: 'Asking first.' },
      { keep: 'Zebra', tryOut: 'Asking first.' },
    ]
    expect(consoleView(played.state).takeAlongs).toEqual({ shared, shown: false })
    expect(projectorView(played.state).takeAlongs).toBeNull()
    played.must(INSTRUCTOR, 'ShowTakeAlongs', { on: true })
    expect(projectorView(played.state).takeAlongs).toEqual(shared)
    for (const view of [
      consoleView(played.state),
      projectorView(played.state),
      personView(played.state, 'p2'),
    ])
      expect(JSON.stringify(view)).not.toMatch(/NOTE-3|SECRET-4/)
    played.must(INSTRUCTOR, 'RemovePerson', { person: 'p3', block: false })
    expect(projectorView(played.state).takeAlongs).toEqual([shared[1]])
    expect(personView(played.state, 'p3').me.takeAlong).toBeNull()
    played.must(INSTRUCTOR, 'CloseClass', {})
    expect(projectorView(played.state).takeAlongs).toBeNull()
  })
})
