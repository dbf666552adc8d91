import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Journal, openStore } from '@evenkeel/server'
import { build } from 'hdr-histogram-js'

/** Events a second that were durable when counted. */
export interface JournalFigures {
  /** One writer, one class, one event an append, the next when the last is acknowledged. */
  readonly oneByOne: number
  /** 64 classes at once, one event an append: what one commit for all classes is worth. */
  readonly grouped: number
  /** grouped / oneByOne */
  readonly ratio: number
  /** The same 64 events waiting, in other shapes: classes x events of one batch. */
  readonly shapes: Readonly<Record<string, number>>
  /** Milliseconds that a 4 KB write and fsync takes in the same folder, measured between the runs. */
  readonly fsyncP50: number
  readonly fsyncP99: number
}

interface Shape {
  readonly classes: number
  readonly batch: number
}

const LONE: Shape = { classes: 1, batch: 1 }
const GROUPED: Shape = { classes: 64, batch: 1 }
const OTHERS: readonly Shape[] = [
  { classes: 8, batch: 8 },
  { classes: 1, batch: 64 },
]
const ROUNDS = 3

/**
 * Measures the embedded journal. The shapes take turns, so that a busy moment of the machine spoils all alike, and each
 * figure is the median of its rounds. `sliceMs` is the length of one turn.
 */
export async function journalBench(sliceMs = 1000): Promise<JournalFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'))
  const { journal, close } = await openStore(dataDir)
  const rates = new Map<Shape, number[]>()
  const fsyncs = build({ numberOfSignificantValueDigits: 3 })
  let run = 0
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const shape of [LONE, GROUPED, ...OTHERS]) {
        timeFsyncs(join(dataDir, 'fsync'), us => fsyncs.recordValue(us))
        run += 1
        rates.set(shape, [...(rates.get(shape) ?? []), await rateOf(journal, shape, `run${run}`, sliceMs)])
      }
    }
  } finally {
    await close()
    await rm(dataDir, { recursive: true })
  }
  const median = (shape: Shape) => {
    const sorted = [...(rates.get(shape) ?? [])].sort((a, b) => a - b)
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
  }
  return {
    oneByOne: median(LONE),
    grouped: median(GROUPED),
    ratio: median(GROUPED) / median(LONE),
    shapes: Object.fromEntries(OTHERS.map(shape => [`${shape.classes} x ${shape.batch}`, median(shape)])),
    fsyncP50: fsyncs.getValueAtPercentile(50) / 1000,
    fsyncP99: fsyncs.getValueAtPercentile(99) / 1000,
  }
}

/** Closed loop: every class has one batch in flight until the time is over. */
async function rateOf(journal: Journal, shape: Shape, name: string, sliceMs: number): Promise<number> {
  const created = await Promise.all(
    Array.from({ length: shape.classes }, async (_, i) => {
      const classId = `${name}-${i}`
      return { classId, ...(await journal.create(classId)) }
    }),
  )
  const started = performance.now()
  const counts = await Promise.all(
    created.map(({ classId, epoch }) => appendUntil(journal, classId, epoch, shape.batch, started + sliceMs)),
  )
  const seconds = (performance.now() - started) / 1000
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

/** About 300 bytes an event, as a line of a scene is. */
const data = { room: 'r-17', scene: 's-1', kind: 'say', text: 'x'.repeat(200) }

async function appendUntil(journal: Journal, classId: string, epoch: string, size: number, end: number) {
  let seq = 0
  while (performance.now() < end) {
    const expectedSeq = seq
    const events = Array.from({ length: size }, (_, i) => ({
      seq: expectedSeq + 1 + i,
      at: 1_790_000_000_000 + expectedSeq,
      actor: `person-${i % 3}`,
      commandId: `${(expectedSeq * 7919 + i).toString(36)}-${classId}`,
      type: 'LineSpoken',
      v: 1,
      data,
    }))
    const result = await journal.append({ classId, epoch, expectedSeq, events })
    if (!result.ok) throw new Error(`The journal refused: ${result.kind}`)
    seq = result.seq
  }
  return seq
}

/** Milliseconds that a 4 KB write and fsync takes here now, p99. */
export async function fsyncP99(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'))
  const fsyncs = build({ numberOfSignificantValueDigits: 3 })
  try {
    timeFsyncs(join(dataDir, 'fsync'), us => fsyncs.recordValue(us), 1_000)
    return fsyncs.getValueAtPercentile(99) / 1000
  } finally {
    await rm(dataDir, { recursive: true })
  }
}

function timeFsyncs(path: string, record: (microseconds: number) => void, times = 200): void {
  const page = Buffer.alloc(4096, 1)
  const file = openSync(path, 'a')
  try {
    for (let i = 0; i < times; i += 1) {
      const before = performance.now()
      writeSync(file, page)
      fsyncSync(file)
      record(Math.max(1, Math.round((performance.now() - before) * 1000)))
    }
  } finally {
    closeSync(file)
  }
}
