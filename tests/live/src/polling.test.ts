import { instruct, joinClass } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { aClass, serverHere } from './harness/here.ts'

test('a network that lets no websocket through plays by long polling', async () => {
  const here = await serverHere()
  try {
    const opened = await aClass(here.base)
    const instructor = instruct(opened)
    const trainee = await joinClass(here.base, opened.code, 'Ana', { transports: ['polling'] })
    await trainee.until(it => it.seat)
    await trainee.do('CallHelp', {})
    await instructor.until(it => it.console?.people[trainee.person]?.help)
    expect(trainee.socket.io.engine.transport.name).toBe('polling')
    trainee.close()
    instructor.close()
  } finally {
    await here.stop()
  }
})
