import { expect, test } from 'vitest'
import { readTyped } from './typed.ts'

test.each([
  ['  Good morning. ', { kind: 'text', text: 'Good morning.' }],
  ['', { kind: 'nothing' }],
  ['4', { kind: 'number', value: 4 }],
  ['n/o', { kind: 'number', value: 'not-observable' }],
  ['44', { kind: 'text', text: '44' }],
  ['/do  steps aside', { kind: 'do', text: 'steps aside' }],
  ['/temp 7', { kind: 'temperature', level: 7 }],
  ['/HOTTER', { kind: 'hotter' }],
  ['/call 2', { kind: 'call', index: 1 }],
  ['/cue t1', { kind: 'cue', cue: 'trigger', index: 0 }],
  ['/cue C3 12', { kind: 'cue', cue: 'calmer', index: 2, line: 12 }],
  ['/name m2 paraphrase', { kind: 'name', moment: 'm2', behaviour: 'paraphrase' }],
  ['/rate attention n', { kind: 'rate', item: 'attention', score: 'not-observable' }],
  ['/retake', { kind: 'retake', seconds: 0, swapped: false }],
  ['/retake 60 swap', { kind: 'retake', seconds: 60, swapped: true }],
  ['/consent', { kind: 'consent', on: true }],
  ['/share no', { kind: 'share', on: false }],
])('%j is read as what it means', (line, typed) => {
  expect(readTyped(line)).toEqual(typed)
})

test.each([
  '/do',
  '/temp 8',
  '/temp',
  '/call 3',
  '/cue x1',
  '/cue t1 one',
  '/rate attention 6',
  '/name m1',
  '/dance',
  '/',
])('%j gets a sentence that says what to write', line => {
  expect(readTyped(line)).toMatchObject({ kind: 'unclear', say: expect.stringMatching(/\.$|\?$/) })
})

test.each(['/constructor', '/__proto__', '/toString'])('%j is no command', line => {
  expect(readTyped(line).kind).toBe('unclear')
})
