import { Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { aClass, serverHere } from './harness/here.ts'
import { joinMany } from './harness/play.ts'

test('who has the answer has every view of what they did: it comes with the last of their messages', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    // As the console does; an instructor is somebody in the class, too.
    const ines = new Simulant({
      browser: opened.browser,
      classId: opened.classId,
      as: { kind: 'instructor' },
      newId: () => crypto.randomUUID(),
      record: true,
    })
    for (const sub of ['seat', 'console', 'wall'] as const) ines.follow(sub)
    await ines.until(it => it.console)
    const trainees = await joinMany(here.base, opened, 2, { reconnectAfter: 5 })
    const seq = await ines.do('Announce', { text: 'Two minutes more.', wall: false })
    const told = ines.frames
      .filter(({ name }) => name === 'batch')
      .map(({ text }) => JSON.parse(text))
      .filter(batch => batch.seq === seq)
    expect(told.map(({ sub }) => sub).sort()).toEqual(['console', 'seat'])
    expect(told.map(({ answers }) => answers?.length ?? 0)).toEqual([0, 1])
    for (const each of [ines, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
