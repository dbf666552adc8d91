import { expect, test } from 'vitest'
import { growthOf, recordsBench } from './records-bench.ts'

test('[I27] an export over all classes holds no more at its end than at its first tenth', async () => {
  const figures = await recordsBench(2_400)
  expect(figures.held).toHaveLength(10)
  expect(growthOf(figures)).toBeLessThan(1.1)
}, 60_000)
