import { expect, test } from 'vitest'
import { explore, type Ran, told } from './explore.ts'
import { FAILED_ONCE, type FailedOnce } from './failed-once.ts'
import { FAULTS, type Fault } from './faults/faults.ts'
import { TOO_BUSY, watchOwnDelay } from './own-delay.ts'
import { type RunOptions, run } from './run.ts'
import { shortest } from './shortest.ts'

const played = ({ seed, faults }: FailedOnce, bug?: RunOptions['bug']) =>
  run({ seed, faults: faults.length, schedule: faults, longest: 1_500, ...(bug && { bug }) })

test('[J1] [J3] schedules that failed once hold', async () => {
  for (const kept of FAILED_ONCE) expect((await played(kept)).violations, kept.name).toEqual([])
}, 120_000)

test('[J1] a seed that breaks a rule is told with a shorter schedule that breaks it again, and can be kept', async () => {
  const lines: string[] = []
  const bug = 'forgets-after-restart'
  const found = await explore<Fault>({
    ...{ seeds: 1, from: 5, kind: '', known: FAULTS, tell: line => lines.push(line) },
    schedule: ['kill', 'cut'],
    play: (seed, schedule) => run({ seed, faults: 0, schedule, bug }),
  })
  expect(found).toMatchObject({ failed: 1, voided: 0, first: ['kill', 'cut'] })
  const line = (start: string) => lines.find(each => each.trim().startsWith(start)) ?? ''
  expect(line('shortest found')).toMatch(/^ {2}shortest found: 1 of 2 faults \(kill\): lost: /)
  expect(line('again')).toContain('--from 5 --schedule kill')
  // What is told to be kept is an entry of the list: with the bug it fails each time, without it it holds.
  const kept: FailedOnce = JSON.parse(line('to keep').replace(/^[^{]*/, ''))
  expect(kept).toEqual({ name: 'lost', seed: 5, faults: ['kill'] })
  expect((await played(kept, bug)).violations).not.toEqual([])
  expect((await played(kept)).violations).toEqual([])
}, 120_000)

test('of a schedule each fault is left out that is not needed, and what is told has failed by itself', async () => {
  const violation = { broken: 'lost', what: 'a line' } as const
  const tried: string[] = []
  const failsWith = (needed: string) => async (faults: readonly string[]) => {
    tried.push(faults.join(''))
    return [...needed].every(each => faults.includes(each)) ? violation : undefined
  }
  expect(await shortest([...'abcdef'], failsWith('be'))).toEqual({ faults: ['b', 'e'], violation })
  expect(tried).toEqual(['', 'a', 'ab', 'abc', 'abcd', 'abcde', 'abce', 'abe', 'ae', 'be'])
  expect(await shortest([...'abc'], failsWith(''))).toEqual({ faults: [], violation })
  // It failed once and does not again.
  expect(await shortest([...'abc'], async () => undefined)).toBeUndefined()
})

test('a run on a machine that is too busy is void, unless it broke a rule', async () => {
  const evidence = { classId: 'c', journal: [], commands: [], devices: [], secrets: [] }
  const ran = (ownDelay: number, broken = false): Ran<Fault> => ({
    ...{ evidence, brought: ['cut', 'kill', 'cut'], ownDelay },
    violations: broken ? [{ broken: 'lost', what: 'a line' }] : [],
  })
  const runs = [ran(10), ran(900), ran(900, true)]
  const lines: string[] = []
  const known: readonly Fault[] = ['kill', 'cut', 'slow']
  const options = { seeds: 3, from: 0, kind: '', known, tell: (line: string) => lines.push(line) } as const
  const found = await explore<Fault>({ ...options, play: async seed => runs[seed] ?? ran(0) })
  expect(found).toMatchObject({ failed: 1, voided: 1 })
  expect(lines.filter(line => line.includes('too busy'))).toEqual([expect.stringContaining('waited 900 ms')])
  // Also of those that came in no run.
  expect(lines.at(-1)).toBe('brought: kill 3, cut 6, slow 0')
  expect(told({ failed: 0, voided: 1, first: [] }, 3)).toBe(
    'Nothing was lost, doubled, reordered or leaked in 2 runs. 1 more are void.',
  )
})

test('how long a run waited for its turn is measured: here something else has the processor', async () => {
  const ownDelay = watchOwnDelay()
  for (let n = 0; n < 3; n += 1) {
    await new Promise(resolve => setTimeout(resolve, 20))
    const until = performance.now() + 300
    while (performance.now() < until);
  }
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(ownDelay()).toBeGreaterThan(TOO_BUSY)
})
