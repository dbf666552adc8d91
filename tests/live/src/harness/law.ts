import { type ClassState, viewOf } from '@evenkeel/classroom'
import { expect } from 'vitest'
import type { Trainee } from './play.ts'

/** [A1] Every device shows exactly what the journal says that its person may see. */
export async function expectTheLaw(trainees: readonly Trainee[], state: () => Promise<ClassState>) {
  // The answer to one's own command comes behind everything that was sent before it; this one changes nothing.
  await Promise.all(trainees.map(trainee => trainee.act('EndHelp', { person: trainee.person })))
  const now = await state()
  for (const trainee of trainees) {
    expect(trainee.seat, trainee.person).toEqual(viewOf({ kind: 'person', person: trainee.person }, now))
  }
}
