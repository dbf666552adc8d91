import { expect, test } from 'vitest'
import { ADAPTERS, runStock } from './run-stock.ts'

test.each(ADAPTERS)(
  'plain Socket.IO with its own %s adapter runs: what it is compared by is no empty run',
  async adapter => {
    const { acknowledged, lost } = await runStock(adapter, 1, ['reload'], 500)
    expect(acknowledged).toBeGreaterThan(40)
    // Counted for each line and each of the six: somebody heard something.
    expect(lost).toBeLessThan(acknowledged * 6)
  },
)
