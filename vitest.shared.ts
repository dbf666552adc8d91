import { defineConfig } from 'vitest/config'

/**
 * Every package's tests run on the sources of the others, so that nothing stale can make them pass. No more conditions
 * than these: Node is started with them too, and chooses between import and require by how it is asked.
 */
const conditions = ['evenkeel:source', 'node']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/vitest.json' },
    passWithNoTests: true,
    // What is waited for may take as long as on a busy machine; left out, it is one second.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
