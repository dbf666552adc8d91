/*
 * The load generator, in its own process. Open loop: each line has an intended time, whatever happened to the one
 * before, and everything is counted from that time. It reports its own lateness, so that a run which measured the
 * generator instead of the server can be told.
 */
import { build, type Histogram } from 'hdr-histogram-js'
import { bareCrowd, type Crowd, evenkeelCrowd, type School } from './crowd.ts'
import type { Latency, LoadFigures } from './figures.ts'
import type { SubjectName } from './subject.ts'

export interface LoadOrder {
  readonly subject: SubjectName
  readonly base: string
  readonly rooms: number
  /** Lines a second in each room. */
  readonly linesPerSecond: number
  /** Temperature moves a second in each room, where there is one. */
  readonly movesPerSecond: number
  readonly warmUpSeconds: number
  readonly seconds: number
  /** Evenkeel only: how the rooms are divided into classes. */
  readonly school?: School
}

const newHistogram = () => build({ numberOfSignificantValueDigits: 3, bitBucketSize: 'packed' })
const record = (histogram: Histogram, ms: number) => histogram.recordValue(Math.max(0, Math.round(ms * 1000)))

const latency = (histogram: Histogram): Latency => ({
  p50: histogram.getValueAtPercentile(50) / 1000,
  p99: histogram.getValueAtPercentile(99) / 1000,
  max: histogram.maxValue / 1000,
  n: histogram.totalCount,
})

/** What a real line is like: 60 to 100 characters; the number in front tells when it was meant to be sent. */
const textOf = (index: number) =>
  `${index} You told me an hour and I have been standing here since eight this morning.`

let delivered = newHistogram()
let acknowledged = newHistogram()
let ownDelay = newHistogram()
let counting = false
const intended: number[] = []
const arrivals = new Map<number, number>()

function heard(text: string): void {
  const index = Number.parseInt(text, 10)
  const meant = intended[index]
  if (meant === undefined) return
  record(delivered, performance.now() - meant)
  arrivals.set(index, (arrivals.get(index) ?? 0) + 1)
}

function sendOne(crowd: Crowd, speakers: readonly number[], at: number): void {
  const index = intended.length
  intended.push(at)
  if (counting) record(ownDelay, performance.now() - at)
  const member = crowd.members[speakers[index % speakers.length] ?? 0]
  member?.send(textOf(index), () => record(acknowledged, performance.now() - at))
}

/** Sends at a steady rate, round robin over the rooms, for so long. Resolves when the last was sent. */
function play(crowd: Crowd, order: LoadOrder, seconds: number): Promise<void> {
  const speakers = crowd.members.flatMap((member, index) => (member.speaks ? [index] : []))
  const customers = crowd.members.filter(member => member.heat !== null)
  const gap = 1000 / (order.rooms * order.linesPerSecond)
  const heatGap =
    order.movesPerSecond > 0 ? 1000 / (order.rooms * order.movesPerSecond) : Number.POSITIVE_INFINITY
  const start = performance.now()
  const end = start + seconds * 1000
  let nextLine = start
  let nextMove = start + heatGap / 2
  let moves = 0
  return new Promise(resolve => {
    const turn = () => {
      const now = performance.now()
      while (nextLine <= now && nextLine < end) {
        sendOne(crowd, speakers, nextLine)
        nextLine += gap
      }
      while (nextMove <= now && nextMove < end) {
        customers[moves % Math.max(1, customers.length)]?.heat?.(1 + ((moves * 3) % 7))
        moves++
        nextMove += heatGap
      }
      if (nextLine >= end) return resolve()
      setTimeout(turn, Math.min(nextLine, nextMove) - performance.now())
    }
    turn()
  })
}

/** Waits until everything that was sent has come back everywhere, at most so long. */
async function drain(expected: number, limit = 5_000): Promise<void> {
  const until = performance.now() + limit
  while (delivered.totalCount < expected && performance.now() < until) {
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function run(order: LoadOrder): Promise<void> {
  const crowd = await (order.subject === 'evenkeel' || order.subject === 'cluster'
    ? evenkeelCrowd(order.base, order.rooms, heard, order.school)
    : bareCrowd(order.base, order.rooms, heard))
  await play(crowd, order, order.warmUpSeconds)
  await drain(intended.length * 3)
  process.send?.({ warm: true })
  await new Promise(resolve => process.once('message', resolve))
  delivered = newHistogram()
  acknowledged = newHistogram()
  ownDelay = newHistogram()
  counting = true
  const from = intended.length
  await play(crowd, order, order.seconds)
  const sent = intended.length - from
  await drain(sent * 3)
  const counts = Array.from({ length: sent }, (_, n) => arrivals.get(from + n) ?? 0)
  const figures: LoadFigures = {
    delivered: latency(delivered),
    acknowledged: latency(acknowledged),
    ownDelay: latency(ownDelay),
    sent,
    deliveries: counts.reduce((sum, count) => sum + Math.min(3, count), 0),
    lost: counts.reduce((sum, count) => sum + Math.max(0, 3 - count), 0),
    doubled: counts.reduce((sum, count) => sum + Math.max(0, count - 3), 0),
    seconds: order.seconds,
  }
  process.send?.(figures)
  crowd.leave()
  process.disconnect()
}

process.once('message', (order: LoadOrder) => {
  run(order).catch(error => {
    console.error(error)
    process.exit(1)
  })
})
