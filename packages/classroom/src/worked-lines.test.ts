import { describe, expect, test } from 'vitest'
import { MOST_PICKED, MOST_SHARED } from './decide/share-line.ts'
import { CUSTOMER, INSTRUCTOR, OBSERVER, OFFICER, oneRoom, SAME_ROOM, say } from './testing/one-room.ts'
import type { PlayedClass } from './testing/play-class.ts'
import { consoleView } from './view/console-view.ts'
import { personView } from './view/person-view.ts'
import { projectorView } from './view/projector-view.ts'

const scene = 'r1-1.1'
const share = (played: PlayedClass, person: string, said: number | string, on = true) =>
  played.give(person, 'ShareLine', { scene, said, on })
const pick = (played: PlayedClass, said: number | string, on = true) =>
  played.give(INSTRUCTOR, 'PickLine', { scene, said, on })

/** A typed scene with these lines in turn, the customer's first; its debrief is open. */
function typed(...lines: readonly string[]): PlayedClass {
  const played = oneRoom('scene')
  for (const [index, line] of lines.entries()) say(played, index % 2 === 0 ? CUSTOMER : OFFICER, line)
  played.takeTo('debrief')
  return played
}

/** A spoken scene of which the customer remembered one sentence that helped, and one that did not. */
function spoken(): PlayedClass {
  const played = oneRoom('step-out', SAME_ROOM)
  played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'calmer', index: 0 }, words: 'You are tired.' })
  played.mustAct(CUSTOMER, 'ConfirmCue', { cue: { kind: 'trigger', index: 0 }, words: 'Rules are rules.' })
  played.takeTo('debrief')
  return played
}

const offered = (played: PlayedClass) => consoleView(played.state).worked.offered.map(({ text }) => text)

describe('lines that worked, for the whole class', () => {
  test('[G13] a typed line is shared by whoever said it as the officer, once the debrief is open', () => {
    const early = oneRoom('scene')
    say(early, CUSTOMER, 'Open it.')
    say(early, OFFICER, 'Tell me.')
    expect(share(early, OFFICER, 2)).toMatchObject({ ok: false, kind: 'wrong-phase' })

    const played = typed('Open it.', 'You sound tired.')
    for (const person of [CUSTOMER, OBSERVER, INSTRUCTOR])
      expect(share(played, person, 2)).toMatchObject({ ok: false, kind: 'gone' })
    for (const said of [1, 3, 0, -1, 'm1'])
      expect(share(played, OFFICER, said)).toMatchObject({ kind: 'gone' })
    expect(share(played, OFFICER, 2)).toMatchObject({ ok: true })
    expect(share(played, OFFICER, 2)).toEqual({ ok: true, events: [] })
    expect(offered(played)).toEqual(['You sound tired.'])
    expect(personView(played.state, OFFICER).me.shared).toEqual([
      { scene, said: 2, text: 'You sound tired.' },
    ])
    share(played, OFFICER, 2, false)
    expect(offered(played)).toEqual([])
  })

  test('[G13] what a customer remembered takes both: who typed it and who played the officer', () => {
    const played = spoken()
    expect(share(played, OBSERVER, 'm1')).toMatchObject({ kind: 'gone' })
    expect(share(played, CUSTOMER, 'm2')).toMatchObject({ kind: 'gone' })
    share(played, CUSTOMER, 'm1')
    expect(offered(played)).toEqual([])
    expect(pick(played, 'm1')).toMatchObject({ kind: 'gone' })
    share(played, OFFICER, 'm1')
    expect(offered(played)).toEqual(['You are tired.'])
    share(played, CUSTOMER, 'm1', false)
    expect(offered(played)).toEqual([])
  })

  test('[G13] it is who played to the end, whoever sits there now', () => {
    const played = spoken()
    played.must(INSTRUCTOR, 'SwapSeats', { a: OFFICER, b: OBSERVER })
    expect(share(played, OBSERVER, 'm1')).toMatchObject({ kind: 'gone' })
    expect(share(played, OFFICER, 'm1')).toMatchObject({ ok: true })
  })

  test('[G13] at most twenty of one person, and none that fits on no card', () => {
    const lines = Array.from({ length: MOST_SHARED + 1 }, (_, n) => ['And?', `Line ${n}`]).flat()
    const played = typed(...lines, 'And?', 'x'.repeat(301))
    expect(share(played, OFFICER, lines.length + 2)).toMatchObject({ kind: 'limit' })
    for (let n = 1; n <= MOST_SHARED; n++) expect(share(played, OFFICER, 2 * n)).toMatchObject({ ok: true })
    expect(share(played, OFFICER, 2 * MOST_SHARED + 2)).toMatchObject({ kind: 'limit' })
  })

  test('[G14] the instructor picks up to eight of them; taken back one goes at once, and has to be picked again', () => {
    const lines = Array.from({ length: MOST_PICKED + 1 }, (_, n) => ['And?', `Line ${n}`]).flat()
    const played = typed(...lines)
    for (let n = 1; n <= MOST_PICKED + 1; n++) share(played, OFFICER, 2 * n)
    for (let n = 1; n <= MOST_PICKED; n++) expect(pick(played, 2 * n)).toMatchObject({ ok: true })
    expect(pick(played, 2 * MOST_PICKED + 2)).toMatchObject({ kind: 'limit' })
    played.must(INSTRUCTOR, 'ShowLines', { on: true })
    expect(projectorView(played.state).worked).toHaveLength(MOST_PICKED)

    share(played, OFFICER, 2, false)
    expect(projectorView(played.state).worked).not.toContain('Line 0')
    expect(personView(played.state, CUSTOMER).worked).not.toContain('Line 0')
    share(played, OFFICER, 2)
    expect(projectorView(played.state).worked).not.toContain('Line 0')
    pick(played, 2, false)
    expect(pick(played, 2)).toMatchObject({ ok: true })
    expect(projectorView(played.state).worked).toContain('Line 0')
  })

  test('[G14] with somebody removed goes what they shared', () => {
    const played = typed('Open it.', 'You sound tired.')
    share(played, OFFICER, 2)
    pick(played, 2)
    expect(personView(played.state, CUSTOMER).worked).toEqual(['You sound tired.'])
    played.must(INSTRUCTOR, 'RemovePerson', { person: OFFICER, block: false })
    expect(personView(played.state, CUSTOMER).worked).toEqual([])
    expect(offered(played)).toEqual([])
    expect(personView(played.state, OFFICER)).toMatchObject({ worked: [], me: { shared: [] } })
  })

  test('[G13] they are taken back also in a later round and after the class; nothing more is shared then', () => {
    const played = typed('Open it.', 'You sound tired.', 'I am.', 'Shall we look together?')
    share(played, OFFICER, 2)
    pick(played, 2)
    played.takeTo('done')
    played.startRound()
    expect(share(played, OFFICER, 4)).toMatchObject({ ok: true })
    share(played, OFFICER, 4, false)
    played.must(INSTRUCTOR, 'CloseClass', {})
    expect(personView(played.state, OBSERVER).worked).toEqual(['You sound tired.'])
    expect(share(played, OFFICER, 4)).toMatchObject({ kind: 'closed' })
    played.now += 30 * 24 * 3_600_000
    expect(share(played, OFFICER, 2, false)).toMatchObject({ ok: true })
    expect(personView(played.state, OBSERVER).worked).toEqual([])
  })

  test('[V26] everybody in the class has the words alone; the projector while they are shown, one thing at a time', () => {
    const played = typed('Open it.', 'Zebra.', 'And?', 'Apple.', 'And?', 'SECRET.')
    for (const said of [2, 4, 6]) share(played, OFFICER, said)
    for (const said of [2, 4]) pick(played, said)
    const words = ['Apple.', 'Zebra.']
    const late = played.join()
    for (const person of [CUSTOMER, OFFICER, INSTRUCTOR, late])
      expect(personView(played.state, person).worked).toEqual(words)
    expect(projectorView(played.state).worked).toBeNull()
    played.must(INSTRUCTOR, 'ShowLines', { on: true })
    expect(projectorView(played.state).worked).toEqual(words)
    expect(JSON.stringify(projectorView(played.state))).not.toMatch(/SECRET|r1-1|"p\d/)
    expect(JSON.stringify(personView(played.state, late))).not.toContain('SECRET')

    played.must(INSTRUCTOR, 'ShowTakeAlongs', { on: true })
    expect(projectorView(played.state)).toMatchObject({ worked: null, takeAlongs: [] })
    played.must(INSTRUCTOR, 'ShowLines', { on: true })
    expect(projectorView(played.state)).toMatchObject({ worked: words, takeAlongs: null })
    played.must(INSTRUCTOR, 'CloseClass', {})
    expect(projectorView(played.state).worked).toBeNull()
  })
})
