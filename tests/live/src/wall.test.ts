import type { RoomId } from '@evenkeel/classroom'
import { instruct, type Simulant } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { serverHere } from './harness/here.ts'
import { aScene } from './harness/scene.ts'

const helpIn = (screen: Simulant) => screen.wall['r1-1' as RoomId]?.help
const FRAME = 250

test('[V16] a screen that comes between two frames is not left with what is no longer so', async () => {
  const here = await serverHere()
  try {
    const { opened, customer, officer, instructor, trainees } = await aScene(here)
    const first = instruct(opened, ['console', 'wall'])
    await first.until(helpIn)
    await officer.do('CallHelp', {})
    here.clock.advance(FRAME)
    await first.until(it => helpIn(it)?.length === 1)

    await customer.do('CallHelp', {})
    const second = instruct(opened, ['console', 'wall'])
    await second.until(it => helpIn(it)?.length === 2)
    await customer.do('EndHelp', { person: customer.person })
    here.clock.advance(FRAME)
    await second.until(it => helpIn(it)?.length === 1)
    expect(helpIn(second)).toEqual(helpIn(first))
    for (const each of [first, second, instructor, ...trainees]) each.close()
  } finally {
    await here.stop()
  }
}, 30_000)
