import { SERVER } from '@evenkeel/classroom'
import { expect, test } from 'vitest'
import { sceneReader, scenesOf } from './scenes-of.ts'
import { FOCUS, Journal, TEACHER, triad } from './testing/journal.ts'

const ROOM = 'r1-1'
const SCENE = 'r1-1.1'

/** A round of one triad whose scene has run for a minute. */
function played(seconds = 60): Journal {
  return Journal.open(3)
    .round(1, [triad('p2', 'p3', 'p4')])
    .enter(ROOM, 'scene')
    .wait(seconds * 1_000)
}

const only = (journal: Journal) => {
  const scenes = scenesOf(journal.events)
  expect(scenes).toHaveLength(1)
  const [scene] = scenes
  if (scene === undefined) throw new Error('no scene')
  return scene
}

test('a scene is told with its place, card, cast and all that was recorded in it', () => {
  const journal = played()
  journal.write('p2', 'LineSaid', {
    room: ROOM,
    scene: SCENE,
    n: 1,
    seat: 'customer',
    how: 'say',
    text: 'You are the third desk.',
    offset: 1_000,
  })
  journal.write('p2', 'TemperatureSet', { room: ROOM, scene: SCENE, level: 6, offset: 4_000 })
  journal.write(TEACHER, 'TwistDropped', { room: ROOM, scene: SCENE, index: 0, offset: 5_000 })
  journal.write('p3', 'CallMade', { room: ROOM, scene: SCENE, index: 1, offset: 6_000 })
  journal.write('p4', 'MomentMarked', {
    room: ROOM,
    scene: SCENE,
    moment: 'm1',
    as: 'observer',
    mark: 'hurt',
    offset: 4_500,
  })
  journal.enter(ROOM, 'step-out')

  const scene = only(journal)
  expect(scene).toMatchObject({
    room: ROOM,
    scene: SCENE,
    spot: 1,
    round: 1,
    pairing: 1,
    cast: { customer: 'p2', officer: 'p3', observers: ['p4'] },
    fork: null,
    startedAt: 1_000_000,
    played: 60_000,
    corrected: null,
    stopped: false,
    focus: FOCUS,
  })
  expect(scene.card.title).toBe('The phone from the food court')
  expect(scene.rubric.items).toHaveLength(10)
  expect(scene.lines.map(line => [line.n, line.by, line.text])).toEqual([
    [1, 'p2', 'You are the third desk.'],
  ])
  expect(scene.curve).toEqual([
    { level: 4, offset: 0 },
    { level: 6, offset: 4_000 },
  ])
  expect(scene.twists[0]).toMatchObject({ to: 'customer', offset: 5_000 })
  expect(scene.calls[0]).toMatchObject({ who: 'Lost property desk', answer: 'No phones since lunch.' })
  expect(scene.moments[0]).toMatchObject({ id: 'm1', by: 'p4', mark: 'hurt' })
})

test('[S4] [V3] an answer of an instructor is told as theirs, and a call that nobody answered has none', () => {
  const journal = played()
  const call = { room: ROOM, scene: SCENE, live: true } as const
  journal.write('p3', 'CallMade', { ...call, index: 1, offset: 6_000 })
  journal.write('p3', 'CallMade', { ...call, index: 0, offset: 9_000 })
  journal.write(TEACHER, 'CallAnswered', { room: ROOM, scene: SCENE, index: 1, text: 'Ask at the bar.' })
  journal.enter(ROOM, 'step-out')
  expect(only(journal).calls).toMatchObject([
    { who: 'Lost property desk', answer: 'Ask at the bar.', live: true },
    { answer: null },
  ])
})

test('[M3] a moment that was undone is not told; a named one carries its name', () => {
  const journal = played()
  const moment = { room: ROOM, scene: SCENE, as: 'observer', mark: 'helped', offset: 1_000 } as const
  journal.write('p4', 'MomentMarked', { ...moment, moment: 'm1' })
  journal.write('p4', 'MomentMarked', { ...moment, moment: 'm2' })
  journal.write('p4', 'MomentUndone', { room: ROOM, scene: SCENE, moment: 'm1' })
  journal.write('p4', 'MomentNamed', { room: ROOM, scene: SCENE, moment: 'm2', behaviour: 'gave-space' })
  expect(only(journal).moments).toMatchObject([{ id: 'm2', behaviour: 'gave-space' }])
})

test('[R7] a scene that nobody played is not told: briefing only, or stopped during the count-in', () => {
  const briefed = Journal.open(3).round(1, [triad('p2', 'p3', 'p4')])
  expect(scenesOf(briefed.events)).toEqual([])
  const counted = Journal.open(3).round(1, [triad('p2', 'p3', 'p4')])
  counted.write(SERVER, 'PhaseEntered', { room: ROOM, phase: 'scene', startsAt: counted.now + 5_000 })
  counted.wait(2_000).enter(ROOM, 'stopped', 'p2').enter(ROOM, 'done')
  expect(scenesOf(counted.events)).toEqual([])
  expect(scenesOf([])).toEqual([])
})

test('a scene whose clock was skipped is told when it was rated, with no time played', () => {
  const journal = Journal.open(3).round(1, [triad('p2', 'p3', 'p4')])
  journal.enter(ROOM, 'rating', TEACHER)
  const rating = {
    by: 'p4',
    as: 'observer',
    about: 'p3',
    scores: { resolve: 4 },
    sentence: '',
  } as const
  journal.write('p4', 'RatingSaved', { room: ROOM, scene: SCENE, rating })
  expect(only(journal)).toMatchObject({ played: 0, startedAt: null, ratings: [{ asked: FOCUS }] })
})

test('[S10] a scene that still runs is told up to the last event; pauses do not count', () => {
  const journal = played(60)
  journal.write('p3', 'TimeOutCalled', { room: ROOM, remaining: 100_000 }).wait(30_000)
  journal.write('p3', 'TimeOutEnded', { room: ROOM, endsAt: journal.now + 100_000 }).wait(5_000)
  journal.write(TEACHER, 'ClassLocked', { locked: true })
  expect(only(journal)).toMatchObject({ played: 65_000, startedAt: 1_000_000 })
})

test('a scene began when its clock first ran, whatever pauses came later', () => {
  const journal = played(60)
  journal.write('p3', 'TimeOutCalled', { room: ROOM, remaining: 100_000 }).wait(30_000)
  journal.write('p3', 'TimeOutEnded', { room: ROOM, endsAt: journal.now + 100_000 }).wait(5_000)
  journal.enter(ROOM, 'wrap-up').wait(5_000).enter(ROOM, 'step-out')
  expect(only(journal)).toMatchObject({ played: 70_000, startedAt: 1_000_000 })
})

test('[S8] a stopped scene says that it ended early and nothing of who stopped it', () => {
  const tell = (who: string) => {
    const journal = played().enter(ROOM, 'stopped', who).wait(1_000)
    journal.write(TEACHER, 'NoteWritten', { room: ROOM, text: `${who} stopped` })
    return only(journal.enter(ROOM, 'done', TEACHER))
  }
  expect(tell('p2')).toMatchObject({ stopped: true, played: 60_000 })
  expect(tell('p2')).toEqual(tell('p3'))
  expect(tell('p2')).toEqual(tell(TEACHER))
})

test('[G8] what an instructor rated before a scene was stopped is not told', () => {
  const journal = played()
  const rating = { by: TEACHER, as: 'instructor', about: 'p3', scores: { resolve: 3 }, sentence: '' } as const
  journal.write(TEACHER, 'RatingSaved', { room: ROOM, scene: SCENE, rating })
  expect(only(journal).ratings).toHaveLength(1)
  expect(only(journal.enter(ROOM, 'stopped', 'p2')).ratings).toEqual([])
})

test('[S9] a retake that was stopped goes back to the debrief and shows no mark', () => {
  const journal = played().enter(ROOM, 'debrief')
  const fork = { scene: SCENE, offset: 20_000, swapped: false }
  journal.write('p2', 'RetakeStarted', { room: ROOM, scene: 'r1-1.2', fork, endsAt: journal.now + 120_000 })
  journal.wait(10_000).enter(ROOM, 'debrief', 'p3').enter(ROOM, 'done')
  expect(scenesOf(journal.events).map(scene => [scene.played, scene.stopped])).toEqual([
    [60_000, false],
    [10_000, false],
  ])
})

test('[D4] a downtime is no played time', () => {
  const journal = played().wait(500_000)
  journal.write(SERVER, 'ClocksShifted', { by: 500_000 }).wait(1_000).enter(ROOM, 'step-out')
  expect(only(journal).played).toBe(61_000)
})

test('[M5] a corrected curve stands beside the first one', () => {
  const journal = played().enter(ROOM, 'step-out')
  const points = [{ level: 2, offset: 30_000 }] as const
  journal.write('p2', 'CurveCorrected', { room: ROOM, scene: SCENE, points })
  expect(only(journal)).toMatchObject({ curve: [{ level: 4, offset: 0 }], corrected: points })
})

test('[V9] [V10] [V12] notes, whispers, talk in a time-out and help calls are in no scene', () => {
  const journal = played()
  const secret = 'CANARY'
  journal.write(TEACHER, 'Whispered', { room: ROOM, to: 'p3', text: secret })
  journal.write('p4', 'Conferred', { room: ROOM, text: secret })
  journal.write('p4', 'NoteWritten', { room: ROOM, text: secret })
  journal.write('p3', 'HelpCalled', { person: 'p3' })
  expect(JSON.stringify(only(journal))).not.toContain(secret)
})

test('[R18] [G3] a retake is a scene of its own with its fork; swapped seats change its cast and not the first', () => {
  const journal = played().enter(ROOM, 'step-out').enter(ROOM, 'rating')
  const rating = { by: 'p3', as: 'self', about: 'p3', scores: { resolve: 3 }, sentence: 'Hm.' } as const
  journal.write('p3', 'RatingSaved', { room: ROOM, scene: SCENE, rating })
  journal.enter(ROOM, 'debrief')
  const retake = (n: number) =>
    journal.write('p2', 'RetakeStarted', {
      room: ROOM,
      scene: `${ROOM}.${n}`,
      fork: { scene: SCENE, offset: 20_000, swapped: true },
      endsAt: journal.now + 120_000,
    })
  retake(2).wait(30_000).enter(ROOM, 'debrief').wait(5_000)
  retake(3).wait(10_000).enter(ROOM, 'debrief').enter(ROOM, 'done')

  const scenes = scenesOf(journal.events)
  expect(
    scenes.map(({ scene, played, startedAt, cast, fork, ratings, stopped }) => ({
      scene,
      played,
      startedAt,
      officer: cast.officer,
      customer: cast.customer,
      fork: fork?.offset ?? null,
      ratings: ratings.length,
      stopped,
    })),
  ).toEqual([
    {
      scene: 'r1-1.1',
      played: 60_000,
      startedAt: 1_000_000,
      officer: 'p3',
      customer: 'p2',
      fork: null,
      ratings: 1,
      stopped: false,
    },
    {
      scene: 'r1-1.2',
      played: 30_000,
      startedAt: 1_060_000,
      officer: 'p2',
      customer: 'p3',
      fork: 20_000,
      ratings: 0,
      stopped: false,
    },
    {
      scene: 'r1-1.3',
      played: 10_000,
      startedAt: 1_095_000,
      officer: 'p3',
      customer: 'p2',
      fork: 20_000,
      ratings: 0,
      stopped: false,
    },
  ])
})

test('who leaves after the scene still played it; who comes in the middle takes the part', () => {
  const left = played().enter(ROOM, 'debrief')
  left.write(TEACHER, 'PersonSetAside', { person: 'p3' }).enter(ROOM, 'done')
  expect(only(left).cast).toEqual({ customer: 'p2', officer: 'p3', observers: ['p4'] })

  const replaced = played()
  replaced.write(TEACHER, 'PersonSetAside', { person: 'p3' })
  expect(only(replaced).cast.officer).toBe('p3')
  replaced.write(TEACHER, 'PersonSeated', { room: ROOM, person: 'p1', seat: 'observer' })
  expect(only(replaced).cast).toEqual({ customer: 'p2', officer: 'p3', observers: ['p4', 'p1'] })
  replaced.write(TEACHER, 'PersonSetAside', { person: 'p1' })
  replaced.write(TEACHER, 'PersonSeated', { room: ROOM, person: 'p4', seat: 'officer' })
  expect(only(replaced).cast).toEqual({ customer: 'p2', officer: 'p4', observers: ['p1'] })

  const swapped = played()
  swapped.write(TEACHER, 'SeatsSwapped', { a: 'p2', b: 'p4' })
  expect(only(swapped).cast).toEqual({ customer: 'p4', officer: 'p3', observers: ['p2'] })

  const changed = played()
  changed.write(TEACHER, 'PersonSetAside', { person: 'p3' })
  changed.write(TEACHER, 'PersonSeated', { room: ROOM, person: 'p2', seat: 'officer' })
  expect(only(changed).cast).toEqual({ customer: 'p2', officer: 'p2', observers: ['p4'] })

  const late = played().enter(ROOM, 'debrief')
  late.write(TEACHER, 'SeatsSwapped', { a: 'p2', b: 'p3' })
  expect(only(late).cast).toMatchObject({ customer: 'p2', officer: 'p3' })
})

test('[G1] [G2] each rating carries what its rater was asked at that time', () => {
  const journal = played().enter(ROOM, 'rating')
  const rating = (by: string, as: 'observer' | 'customer') =>
    journal.write(by, 'RatingSaved', {
      room: ROOM,
      scene: SCENE,
      rating: { by, as, about: 'p3', scores: {}, sentence: '' },
    })
  rating('p4', 'observer')
  rating('p2', 'customer')
  const asked = only(journal).ratings.map(({ by, asked }) => [by, asked])
  expect(asked).toEqual([
    ['p4', FOCUS],
    ['p2', ['listened', 'understood', 'feelings', 'way-forward', 'valued']],
  ])
})

test('scenes of past rounds stay told, in the order of rounds and spots', () => {
  const journal = Journal.open(4).round(1, [triad('p2', 'p3'), triad('p4', 'p5')])
  for (const room of ['r1-2', 'r1-1']) journal.enter(room, 'scene').wait(1_000).enter(room, 'done')
  journal.round(2, [triad('p3', 'p2'), triad('p5', 'p4')])
  journal.enter('r2-1', 'scene').wait(1_000).enter('r2-1', 'done')
  expect(scenesOf(journal.events).map(scene => scene.scene)).toEqual(['r1-1.1', 'r1-2.1', 'r2-1.1'])
})

test('reading in pages tells the same as reading at once', () => {
  const { events } = played().enter(ROOM, 'debrief')
  const reader = sceneReader()
  for (const event of events) {
    reader.read(event)
    reader.scenes()
  }
  expect(reader.scenes()).toEqual(scenesOf(events))
})
