import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))

const papers = [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('docs/adr')]

const manifest: { scripts: Record<string, string> } = JSON.parse(read('package.json'))

/** The command lines of a page's `sh` blocks. */
function shellLines(text: string): string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map(line => line.replace(/\s+#.*$/, '').trim())
      .filter(line => line !== '' && !line.startsWith('#')),
  )
}

/** The script of package.json that a command line runs: `npm run demo -- --headless` runs `demo`. */
function scriptOf(line: string): string | undefined {
  return line
    .match(/^npm (?:run ([\w-]+)|(start|test))(?: -- .+)?$/)
    ?.slice(1)
    .find(Boolean)
}

/** Where a page links to inside the repository, with what comes after `#`. */
function links(text: string): { path: string; anchor: string | undefined }[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => ({ path: target.split('#')[0] ?? '', anchor: target.split('#')[1] }))
}

/** How a heading is addressed: lower case, no punctuation, a hyphen for each space. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

describe('what the papers tell people to type', () => {
  test.for(papers)('%s: every command is one of package.json', paper => {
    for (const line of shellLines(read(paper))) {
      const script = scriptOf(line)
      expect(script, `"${line}" is not an npm script`).toBeDefined()
      expect(Object.keys(manifest.scripts), line).toContain(script)
    }
  })

  test.for(papers)('%s: every `npm run` in a sentence too', paper => {
    for (const [, script = ''] of read(paper).matchAll(/`npm run ([\w-]+)/g)) {
      expect(Object.keys(manifest.scripts)).toContain(script)
    }
  })

  test('README shows how to start and how to test', () => {
    expect(shellLines(read('README.md'))).toEqual(['npm start', 'npm test'])
  })
})

describe('what the papers link to', () => {
  test.for(papers)('%s: it is there', paper => {
    for (const { path, anchor } of links(read(paper))) {
      const target = path === '' ? paper : relative(root, join(root, dirname(paper), path))
      expect(existsSync(join(root, target)), `${paper} links to ${target}`).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(read(target)), `${target}#${anchor}`).toContain(anchor)
    }
  })
})

test('the index of decisions names every decision', () => {
  const index = read('docs/adr/README.md')
  const pages = readdirSync(join(root, 'docs/adr')).filter(name => /^\d{4}-.*\.md$/.test(name))
  const named = [...index.matchAll(/^\| \[\d{4}\]\((\d{4}-[^)]+)\)/gm)].map(([, page]) => page)
  expect(named).toEqual(pages.sort())
})

test('ARCHITECTURE.md names every workspace and every file that it speaks of exists', () => {
  const text = read('ARCHITECTURE.md')
  for (const kind of ['apps', 'packages', 'tests']) {
    for (const name of readdirSync(join(root, kind))) {
      if (existsSync(join(root, kind, name, 'package.json'))) expect(text).toContain(name)
    }
  }
})

test("README's settings are those that the server reads, and no others", () => {
  const source = read('apps/server/src/environment.ts')
  const fields = source.slice(source.indexOf('const fields'), source.indexOf('as const'))
  const known = [...fields.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, name]) => name)
  const told = [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(known.length).toBeGreaterThan(0)
  expect(told.sort()).toEqual(known.sort())
})

test('every program that README tells of can be started', () => {
  const entries = [...read('scripts/run.mjs').matchAll(/^ {2}(\w+): '(tests\/[\w-]+)\/dist\/([\w-]+)\.js'/gm)]
  expect(entries.length).toBeGreaterThan(0)
  for (const [, name, folder, file] of entries) {
    expect(read('README.md')).toContain(`\`npm run ${name}`)
    expect(existsSync(join(root, `${folder}/src/${file}.ts`)), `${folder}/src/${file}.ts`).toBe(true)
  }
})

test('the operator guide names every figure of our own that /metrics has, and no others', () => {
  const known = [...read('apps/server/src/metrics/metrics.ts').matchAll(/'(evenkeel_\w+)'/g)].map(
    ([, name]) => name,
  )
  // What Prometheus makes of a histogram has an ending of its own.
  const told = [...read('docs/operator-guide.md').matchAll(/\bevenkeel_\w+/g)].map(([name]) =>
    name.replace(/_seconds_(?:count|sum|bucket)$/, '_seconds'),
  )
  expect(known.length).toBeGreaterThan(3)
  expect([...new Set(told)].sort()).toEqual(known.sort())
})
