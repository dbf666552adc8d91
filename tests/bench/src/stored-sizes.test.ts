import { expect, test } from 'vitest'
import { numberIn } from './stored-sizes.ts'

test('a field is found in what Redis tells of itself, and not one whose name only begins like it', () => {
  const text = '$99\r\n# Memory\r\nused_memory_human:2M\r\nused_memory:2097152\r\nused_memory_rss:99\r\n'
  expect(numberIn(text, 'used_memory')).toBe(2_097_152)
  expect(numberIn(text, 'memory')).toBeNaN()
})
