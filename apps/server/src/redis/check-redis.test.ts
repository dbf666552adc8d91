import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { NEEDED } from './check-redis.ts'

const src = fileURLToPath(new URL('..', import.meta.url))

test('[L10] every command that a function inside Redis calls is asked for at the start', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name =>
    /(?<!test)\.ts$/.test(name),
  )
  const called = files.flatMap(name =>
    [...readFileSync(`${src}/${name}`, 'utf8').matchAll(/redis\.call\('([A-Z]+)'/g)].map(
      ([, word]) => word ?? '',
    ),
  )
  expect(new Set(called).size).toBeGreaterThan(20)
  expect(called.filter(word => !NEEDED.includes(word))).toEqual([])
})
