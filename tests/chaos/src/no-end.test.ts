import { expect, test } from 'vitest'
import { clearingUp, NoEnd } from './no-end.ts'

const never = () => new Promise<never>(() => {})
const failing = (say: string) => () => Promise.reject(new Error(say))

test('what a run came to is told, whatever comes of the clearing up behind it', async () => {
  expect(
    await clearingUp(
      async () => 'done',
      async () => {},
    ),
  ).toBe('done')
  await expect(clearingUp(failing('the run'), failing('the clearing up'))).rejects.toThrow('the run')
  await expect(clearingUp(failing('the run'), never, 10)).rejects.toThrow('the run')
})

test('a clearing up that fails or comes to no end is told of a run that was good', async () => {
  await expect(clearingUp(async () => 'done', failing('the clearing up'))).rejects.toThrow('the clearing up')
  await expect(clearingUp(async () => 'done', never, 10)).rejects.toThrow(NoEnd)
})
