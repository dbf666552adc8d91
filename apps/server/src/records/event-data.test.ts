import { readdirSync, readFileSync } from 'node:fs'
import { EVENT_VERSIONS } from '@evenkeel/classroom'
import { expect, test } from 'vitest'
import { eventData } from './event-data.ts'

const golden = new URL('../../../../packages/classroom/src/golden/', import.meta.url)
const files = readdirSync(golden).filter(file => file.endsWith('.jsonl'))

test('every kind of event has a shape, and nothing else has one', () => {
  for (const type of Object.keys(EVENT_VERSIONS)) expect(eventData(type), type).toBeDefined()
  for (const type of ['view', 'put', 'constructor', '']) expect(eventData(type)).toBeUndefined()
})

test.each(files)('[I21] what a release stored has the shape that an import asks for: %s', file => {
  for (const line of readFileSync(new URL(file, golden), 'utf8').trimEnd().split('\n')) {
    const { type, data } = JSON.parse(line)
    const read = eventData(type)?.safeParse(data)
    expect(read?.error?.issues ?? [], line.slice(0, 200)).toEqual([])
  }
})
