import { instruct } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { DrivenClock } from './harness/driven-clock.ts'
import { aClass, serverHere } from './harness/here.ts'
import { inSeat, joinMany, placeOf, readyAll, startRound } from './harness/play.ts'

test('[S4] [D2] two consoles answer one call: the first is heard; nobody answers: the card does after 20 s', async () => {
  const clock = new DrivenClock()
  const here = await serverHere({ clock })
  try {
    const opened = await aClass(here.base)
    const one = instruct(opened)
    const other = instruct(opened)
    await Promise.all([one, other].map(each => each.until(it => it.console)))
    const trainees = await joinMany(here.base, opened, 2)
    const { settings } = (await one.until(it => it.console)).class
    await one.do('ChangeSettings', { settings: { ...settings, liveRadio: true } })
    await startRound(one, trainees)
    await readyAll(trainees)
    clock.advance(5_000)
    const officer = inSeat(trainees, 'r1-1', 'officer')
    const place = { ...placeOf(officer), seat: 'instructor' } as const
    const answers = () => officer.seat?.room?.scenes.at(-1)?.calls.map(({ answer }) => answer)
    const waiting = (index: 0 | 1) =>
      other.until(it => it.console?.rooms['r1-1']?.calls?.find(call => call.index === index))

    await officer.do('MakeCall', { place: placeOf(officer), index: 0 })
    await waiting(0)
    for (const text of ['', ' \n', 'x'.repeat(301)])
      expect(await one.act('AnswerCall', { place, index: 0, text })).toMatchObject({ kind: 'invalid' })
    const both = await Promise.all([
      one.act('AnswerCall', { place, index: 0, text: 'One says so.' }),
      other.act('AnswerCall', { place, index: 0, text: 'The other says so.' }),
    ])
    const told = both.filter(answer => !answer.ok)
    expect(told).toMatchObject([{ kind: 'taken', say: 'That call was answered already.' }])
    const heard = both[0].ok ? 'One says so.' : 'The other says so.'
    await expect.poll(answers).toEqual([heard])

    await officer.do('MakeCall', { place: placeOf(officer), index: 1 })
    const { written } = await waiting(1)
    clock.advance(19_000)
    expect(await other.act('Announce', { text: 'Still here.', wall: false })).toMatchObject({ ok: true })
    expect(answers()).toEqual([heard, null])
    clock.advance(1_000)
    await expect.poll(answers).toEqual([heard, written])
    expect(await one.act('AnswerCall', { place, index: 1, text: 'Too late.' })).toMatchObject({
      kind: 'taken',
    })
    await one.do('EndRoom', { place })
    expect(await one.act('AnswerCall', { place, index: 1 })).toMatchObject({
      kind: 'wrong-phase',
      say: 'This scene has ended. Not now.',
    })
    for (const each of [one, other, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
