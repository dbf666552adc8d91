import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../scripts/arrows.mjs', import.meta.url))
const trees: string[] = []

/** A small repository of the same shape as ours, in which everything is right. */
const sound: Record<string, string> = {
  'package.json': '{ "devDependencies": { "vitest": "1" } }',
  'packages/playbook/package.json':
    '{ "name": "@evenkeel/playbook", "dependencies": { "zod": "4" }, "exports": { ".": { "evenkeel:source": "./src/index.ts" }, "./cards": { "evenkeel:source": "./src/cards.ts" } } }',
  'packages/playbook/src/index.ts': "export { card } from './card.ts'\n",
  'packages/playbook/src/cards.ts': "export { card } from './card.ts'\n",
  'packages/playbook/src/card.ts':
    "import { readFile } from 'node:fs'\nimport { z } from 'zod'\nexport const card = [z, readFile]\n",
  'packages/classroom/package.json':
    '{ "name": "@evenkeel/classroom", "dependencies": { "@evenkeel/playbook": "*" } }',
  'packages/classroom/src/decide.ts':
    "import { card } from '@evenkeel/playbook'\nexport const decide = () => card\n",
  'packages/classroom/src/decide.test.ts':
    "import { test } from 'vitest'\nimport { now } from 'node:process'\ntest('', () => console.log(now, Date.now()))\n",
  'packages/protocol/package.json':
    '{ "name": "@evenkeel/protocol", "dependencies": { "@evenkeel/classroom": "*" } }',
  'packages/protocol/src/wire.ts':
    "export type { decide } from '@evenkeel/classroom'\nexport const wire = 1\n",
  'packages/insight/package.json':
    '{ "name": "@evenkeel/insight", "dependencies": { "@evenkeel/classroom": "*" } }',
  'packages/insight/src/scores.ts': "import '@evenkeel/classroom'\nexport const scores = 1\n",
  'apps/server/package.json':
    '{ "name": "@evenkeel/server", "dependencies": { "@evenkeel/protocol": "*", "@evenkeel/playbook": "*" } }',
  'apps/server/src/main.ts': "import '@evenkeel/protocol'\nimport '@evenkeel/playbook/cards'\n",
  'apps/web/package.json':
    '{ "name": "@evenkeel/web", "dependencies": { "@evenkeel/protocol": "*", "@evenkeel/playbook": "*" } }',
  'apps/web/src/page.tsx': "import '@evenkeel/protocol'\nexport const Page = () => <p>Don't `worry</p>\n",
  'tests/simulant/package.json':
    '{ "name": "@evenkeel/simulant", "dependencies": { "@evenkeel/server": "*" } }',
  'tests/simulant/src/trainee.ts': "import '@evenkeel/server'\nexport const trainee = 1\n",
}

/** Runs the check on the sound tree with some files put in its place or added. */
async function check(changes: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'evenkeel-arrows-'))
  trees.push(root)
  for (const [path, text] of Object.entries({ ...sound, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const run = promisify(execFile)(process.execPath, [script, root])
  const { code, stdout } = await run.then(
    done => ({ code: 0, stdout: done.stdout }),
    (failed: { code: number; stdout: string }) => failed,
  )
  return { code, lines: stdout.trimEnd().split('\n') }
}

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true })
})

test('a sound tree passes', async () => {
  expect(await check({})).toEqual({ code: 0, lines: ['The arrows hold in 10 files of 7 workspaces.'] })
})

describe('each violation is found at its line', () => {
  const server =
    '{ "name": "@evenkeel/server", "dependencies": { "@evenkeel/protocol": "*", "@evenkeel/playbook": "*", "@evenkeel/web": "*" } }'
  const cases: [name: string, path: string, text: string, found: RegExp][] = [
    [
      'playbook importing classroom',
      'packages/playbook/src/card.ts',
      "\nimport '@evenkeel/classroom'\n",
      /^packages\/playbook\/src\/card\.ts:2 packages\/playbook imports packages\/classroom, against the arrows/,
    ],
    [
      'protocol importing insight',
      'packages/protocol/src/wire.ts',
      "import { a } from '@evenkeel/insight'\n",
      /^packages\/protocol\/src\/wire\.ts:1 packages\/protocol imports packages\/insight, against/,
    ],
    [
      'insight importing protocol',
      'packages/insight/src/scores.ts',
      "export * as p from '@evenkeel/protocol'\nexport const a = 1\n",
      /^packages\/insight\/src\/scores\.ts:1 packages\/insight imports packages\/protocol, against/,
    ],
    [
      'a package importing an app',
      'packages/protocol/src/wire.ts',
      "import type { a } from '@evenkeel/server'\n",
      /^packages\/protocol\/src\/wire\.ts:1 packages\/protocol imports apps\/server, against/,
    ],
    [
      'web importing server',
      'apps/web/src/page.tsx',
      "const a = await import('@evenkeel/server')\n",
      /^apps\/web\/src\/page\.tsx:1 apps\/web imports apps\/server, against/,
    ],
    [
      'web loading the cards',
      'apps/web/src/page.tsx',
      "import '@evenkeel/playbook/cards'\n",
      /^apps\/web\/src\/page\.tsx:1 apps\/web imports @evenkeel\/playbook\/cards: cards are loaded on the server only/,
    ],
    [
      'a source importing tests',
      'apps/server/src/main.ts',
      "import '@evenkeel/simulant'\n",
      /^apps\/server\/src\/main\.ts:1 apps\/server imports tests\/simulant: only tests/,
    ],
    [
      'a path out of the package',
      'apps/server/src/main.ts',
      "import '../../../packages/protocol/src/wire.ts'\n",
      /^apps\/server\/src\/main\.ts:1 .* reaches out of apps\/server/,
    ],
    [
      'an undeclared dependency',
      'apps/server/src/main.ts',
      "\n\nimport 'left-pad'\n",
      /^apps\/server\/src\/main\.ts:3 "left-pad" is not among the dependencies/,
    ],
    [
      'a new package without arrows',
      'packages/voice/package.json',
      '{ "name": "@evenkeel/voice", "dependencies": { "@evenkeel/playbook": "*" } }',
      /^packages\/voice\/package\.json:1 packages\/voice has no arrows yet/,
    ],
    [
      'a dependency nobody imports yet',
      'apps/server/package.json',
      server,
      /^apps\/server\/package\.json:1 apps\/server imports apps\/web, against/,
    ],
    [
      'a folder called helpers',
      'apps/server/src/helpers/one.ts',
      'export const a = 1\n',
      /^apps\/server\/src\/helpers:1 "helpers" says nothing/,
    ],
    [
      'a file called utils',
      'tests/simulant/src/utils.ts',
      'export const a = 1\n',
      /^tests\/simulant\/src\/utils\.ts:1 "utils" says nothing/,
    ],
    ['a file called types', 'packages/protocol/src/types.ts', 'export const a = 1\n', /"types" says nothing/],
    [
      '301 lines',
      'apps/server/src/main.ts',
      '\n'.repeat(301),
      /^apps\/server\/src\/main\.ts:1 301 lines: split it/,
    ],
    [
      'a barrel',
      'apps/server/src/live.ts',
      "/** All of it. */\nexport * from './a.ts'\nexport { b, type C } from './b.ts'\n",
      /^apps\/server\/src\/live\.ts:1 a barrel/,
    ],
  ]
  test.for(cases)('%s', async ([, path, text, found]) => {
    const { code, lines } = await check({ [path]: text })
    expect(code).toBe(1)
    expect(lines[0]).toMatch(found)
    expect(lines[1]).toBe('1 thing is not as ARCHITECTURE.md says.')
    expect(lines).toHaveLength(2)
  })
})

describe('classroom is pure', () => {
  const impure = [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'process.env',
    'setTimeout(go, 1)',
    "fetch('/')",
    "console.log('')",
    'globalThis.Date',
    'crypto.randomUUID()',
    '`at $' + '{Date.now()}`',
    '(/["\'`]/, Date.now())',
  ]
  test.for(impure)('%s is found', async expression => {
    const { lines } = await check({
      'packages/classroom/src/decide.ts': `\nexport const a = ${expression}\n`,
    })
    expect(lines[0]).toMatch(/^packages\/classroom\/src\/decide\.ts:2 the core is pure and may not use /)
  })

  test.for(['node:fs', 'zod', '@evenkeel/playbook/cards'])('importing %s is found', async source => {
    const { lines } = await check({ 'packages/classroom/src/decide.ts': `import { a } from '${source}'\n` })
    expect(lines.join('\n')).toContain(`decide.ts:1 the core is pure and may not import "${source}"`)
  })
})

test('what only looks like a violation is let through', async () => {
  const allowed = await check({
    'packages/classroom/src/decide.ts': [
      "// Date.now() is not for us, and it doesn't come in: import 'zod'",
      "const say = 'new Date, setTimeout and console stay out'",
      'const more = `process $' + '{say} performance`',
      'const expression = /fetch|console/.test(say)',
      'export const room = { performance: 1, say, more, expression }',
      'export const read = room.performance / 2 // fetch / console',
      '',
    ].join('\n'),
    'packages/classroom/src/testing/chance.ts': 'export const chance = () => Math.random()\n',
    'packages/classroom/src/properties/histories.ts':
      "import { hrtime } from 'node:process'\nexport const a = hrtime\n",
    'apps/server/src/main.test.ts':
      "import { test } from 'vitest'\nimport '@evenkeel/simulant'\ntest('', () => {})\n",
    'apps/server/package.json':
      '{ "name": "@evenkeel/server", "dependencies": { "@evenkeel/protocol": "*", "@evenkeel/playbook": "*" }, "devDependencies": { "@evenkeel/simulant": "*" } }',
    'packages/protocol/src/wire.ts': `// long because: one table, and a table has one place\n${'\n'.repeat(400)}`,
  })
  expect(allowed.lines).toEqual(['The arrows hold in 13 files of 7 workspaces.'])
})
