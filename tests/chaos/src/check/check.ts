import { fold, unopened } from '@evenkeel/classroom'
import { checkCommands } from './check-commands.ts'
import { checkDevices } from './check-devices.ts'
import { checkJournal } from './check-journal.ts'
import { checkSecrets } from './check-secrets.ts'
import type { Evidence, Violation } from './evidence.ts'

/** Everything that the evidence shows to be wrong; nothing wrong is an empty list. */
export function check(evidence: Evidence): Violation[] {
  const journal = checkJournal(evidence)
  const commands = checkCommands(evidence)
  // A journal that does not fold says nothing about views.
  if (journal.some(each => each.broken === 'replay')) return [...journal, ...commands]
  const state = fold(unopened(evidence.classId), evidence.journal)
  return [...journal, ...commands, ...checkDevices(evidence, state), ...checkSecrets(evidence)]
}
