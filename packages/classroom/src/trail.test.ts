import { describe, expect, test } from 'vitest'
import { Trail } from './trail.ts'

describe('a trail', () => {
  test('leaves every earlier version as it was, also where two go on from the same one', () => {
    const one = Trail.of(['a'])
    const two = one.append('b')
    const three = two.append('c')
    const fork = two.append('x')
    expect([one, two, three, fork].map(trail => trail.toArray().join(''))).toEqual(['a', 'ab', 'abc', 'abx'])
    expect(three.append('d').toArray()).toEqual(['a', 'b', 'c', 'd'])
    expect([...fork]).toEqual(['a', 'b', 'x'])
    expect(JSON.stringify(two)).toBe('["a","b"]')
  })

  test('gives an item by its place, from either end, and nothing outside', () => {
    const trail = Trail.of([1, 2]).append(3)
    const older = Trail.of([1, 2])
    older.append(3)
    expect([0, 2, -1, -3].map(place => trail.at(place))).toEqual([1, 3, 3, 1])
    expect([3, -4, 99].map(place => trail.at(place))).toEqual([undefined, undefined, undefined])
    expect([2, -3].map(place => older.at(place))).toEqual([undefined, undefined])
    expect(Trail.of<number>().at(-1)).toBeUndefined()
  })

  test('keeps nothing of the array it was made from', () => {
    const items = [1]
    const trail = Trail.of(items)
    items.push(2)
    trail.toArray().push(3)
    expect(trail.toArray()).toEqual([1])
  })
})
