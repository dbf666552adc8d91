import { instruct } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { aClass, serverHere } from './harness/here.ts'
import { joinMany } from './harness/play.ts'

test('[R21] two consoles of one class move one person at once: one plan on both, and the second is told', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    const one = instruct(opened)
    const other = instruct(opened)
    await Promise.all([one, other].map(each => each.until(it => it.console)))
    const trainees = await joinMany(here.base, opened, 4, { reconnectAfter: 5 })
    await one.do('PlanRound', {})
    await other.until(it => it.console?.plan)
    const [first, second] = one.console?.plan?.rooms ?? []
    const mover = first?.seats.customer
    if (mover == null || first?.seats.officer == null || second?.seats.customer == null)
      throw new Error('no plan of two pairs')
    const answers = await Promise.all([
      one.act('SwapInPlan', { a: mover, b: second.seats.customer }),
      other.act('MoveInPlan', { person: mover, beside: first.seats.officer, seat: 'officer' }),
    ])
    const told = answers.filter(answer => !answer.ok)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ say: expect.stringMatching(/^[A-Z].+\.$/) })
    await expect.poll(() => other.console?.plan).toEqual(one.console?.plan)
    for (const each of [one, other, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
