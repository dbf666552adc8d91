import { expect, test } from 'vitest'
import { BadLine, linesOf } from './file-lines.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const read = async (text: string, size: number) => {
  const lines: [string, boolean][] = []
  for await (const { bytes, last } of linesOf(inPieces(text, size)))
    lines.push([Buffer.from(bytes).toString(), last])
  return lines
}

test('[I21] the same lines come out in pieces of any size, letters of several bytes cut through', async () => {
  const text = 'Zoë\n\n山田 says\r\nthe last'
  for (const size of [1, 2, 3, 5, 100]) {
    expect(await read(text, size)).toEqual([
      ['Zoë', false],
      ['', false],
      ['山田 says\r', false],
      ['the last', true],
    ])
  }
  expect(await read('one\n', 2)).toEqual([['one', false]])
  expect(await read('', 2)).toEqual([])
})

test('[I21] a long line in small pieces is put together once, and not with each of them', async () => {
  let joins = 0
  let bytes = 0
  const join = (pieces: readonly Uint8Array[]) => {
    const whole = Buffer.concat(pieces)
    joins += 1
    bytes += whole.length
    return whole
  }
  const line = 'x'.repeat(200_000)
  for await (const each of linesOf(inPieces(`${line}\n${line}`, 100), join))
    expect(each.bytes.length).toBe(200_000)
  expect({ joins, bytes }).toEqual({ joins: 2, bytes: 400_000 })
})

test('[I21] a line without an end is refused before the memory is full of it', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield Buffer.alloc(64 * 1024, 120)
    }
  }
  const reading = async () => {
    for await (const line of linesOf(endless())) expect(line).toBeUndefined()
  }
  await expect(reading()).rejects.toThrow(BadLine)
  expect(taken).toBe(9)
})
