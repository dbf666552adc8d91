import { RETRYABLE } from '@evenkeel/protocol'
import { commandKey } from './check-journal.ts'
import type { Commanded, Evidence, Violation } from './evidence.ts'

/** Commands that always leave an event behind; others may be accepted and change nothing. */
const LEAVES_EVENTS: ReadonlySet<Commanded['type']> = new Set<Commanded['type']>([
  'Speak',
  'Mark',
  'WriteNote',
])

/**
 * What was acknowledged is in the journal, at the seq that the answer named; what was refused is not; and whoever sent
 * something after an answer was heard, anywhere, stands behind it. O(n log n) for putting sends and answers in order.
 */
export function checkCommands({ journal, commands }: Pick<Evidence, 'journal' | 'commands'>): Violation[] {
  const firstSeq = new Map<string, number>()
  for (const { actor, commandId, seq } of journal) {
    const key = commandKey(actor, commandId)
    if (!firstSeq.has(key)) firstSeq.set(key, seq)
  }
  const each = commands.flatMap(command =>
    answered(command, firstSeq.get(commandKey(command.person, command.id))),
  )
  return [...each, ...behindWhatWasHeard(commands, firstSeq)]
}

function answered(command: Commanded, seq: number | undefined): Violation[] {
  const { answer, id, person, type } = command
  const what = `${type} ${id} of ${person}`
  if (answer === undefined) return [{ broken: 'unanswered', what }]
  if (!answer.ok) {
    return seq === undefined || RETRYABLE.has(answer.kind) ? [] : [{ broken: 'refused-but-done', what }]
  }
  if (seq === undefined) return LEAVES_EVENTS.has(type) ? [{ broken: 'lost', what }] : []
  return answer.seq === seq ? [] : [{ broken: 'wrong-seq', what: `${what}: ${answer.seq}, stored at ${seq}` }]
}

function behindWhatWasHeard(
  commands: readonly Commanded[],
  firstSeq: ReadonlyMap<string, number>,
): Violation[] {
  const moments = commands.flatMap(command => {
    const seq = firstSeq.get(commandKey(command.person, command.id))
    if (seq === undefined) return []
    const sent = { order: command.sentAt, seq, sent: true, command }
    const { answeredAt } = command
    return answeredAt === undefined ? [sent] : [sent, { order: answeredAt, seq, sent: false, command }]
  })
  let heard = 0
  const broken: Violation[] = []
  for (const { seq, sent, command } of moments.sort((a, b) => a.order - b.order)) {
    if (!sent) heard = Math.max(heard, seq)
    else if (seq < heard) {
      broken.push({
        broken: 'reordered',
        what: `${command.id} stands at ${seq}, behind an answer at ${heard}`,
      })
    }
  }
  return broken
}
