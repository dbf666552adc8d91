import type { RefusalKind } from '@evenkeel/classroom'
import { expect, test } from 'vitest'
import { refusalKindSchema, type WireRefusalKind } from './refusal.ts'
import { RETRYABLE } from './retryable.ts'

type OfTheServer = Exclude<WireRefusalKind, RefusalKind>

/** A kind that is missing here, or that is no kind any more, does not compile. */
const ofTheClass: Record<RefusalKind, true> = {
  invalid: true,
  'not-allowed': true,
  'moved-on': true,
  'wrong-phase': true,
  gone: true,
  taken: true,
  limit: true,
  locked: true,
  closed: true,
}
const ofTheServer: Record<OfTheServer, true> = {
  'bad-message': true,
  'too-large': true,
  'slow-down': true,
  'cannot-save': true,
  unknown: true,
  'signed-out': true,
  version: true,
  'shutting-down': true,
}

test('the kinds on the wire are those of the class and those of the server around it', () => {
  const known = [...Object.keys(ofTheClass), ...Object.keys(ofTheServer)]
  expect([...refusalKindSchema.options].sort()).toEqual(known.sort())
})

test('only what the server around the class refuses may be sent again unchanged', () => {
  for (const kind of RETRYABLE) expect(ofTheServer).toHaveProperty([kind])
})
