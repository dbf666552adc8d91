import { ClientClosedError, ClientOfflineError, DisconnectsClientError, SimpleError } from 'redis'
import { expect, test } from 'vitest'
import { causeOf, outcomeOf } from './outcome.ts'

test.each([
  new SimpleError("OOM command not allowed when used memory > 'maxmemory'."),
  new SimpleError('LOADING Redis is loading the dataset in memory'),
  new SimpleError("READONLY You can't write against a read only replica."),
  new SimpleError('MISCONF Errors writing to the AOF file: No space left on device'),
  new SimpleError('CLUSTERDOWN The cluster is down'),
  new ClientOfflineError(),
  new ClientClosedError(),
])('[J16] Redis has not done it, for certain: %s', error => {
  expect(outcomeOf(error)).toBe('not-written')
})

test.each([
  new DisconnectsClientError(),
  new Error('Socket closed unexpectedly'),
  new SimpleError('ERR something new'),
])('[J16] Redis may have done it: %s', error => {
  expect(outcomeOf(error)).toBe('unknown')
})

test('[J16] what the log hears is the kind of failure alone', () => {
  expect(causeOf(new SimpleError("OOM command not allowed: 'what Ana said'"))).toBe('OOM')
  expect(causeOf(new ClientOfflineError())).toBe('ClientOfflineError')
  expect(causeOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe(
    'ECONNREFUSED',
  )
})
