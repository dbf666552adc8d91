import type { People } from '../people/port.ts'
import type { ClassHub } from './class-hub.ts'

/** Ends the connections of sessions and screens that are no more: another server told their end, and it was not heard. */
export async function recheck(
  hub: ClassHub,
  people: Pick<People, 'sessionOf' | 'screenByToken'>,
  now: number,
): Promise<void> {
  for (const { holder } of [...hub.connections]) {
    if (holder.kind === 'instructor' && holder.session !== undefined) {
      if ((await people.sessionOf(holder.session, now)) === undefined) hub.dismissSession(holder.session)
    }
    if (holder.kind === 'screen' && holder.screen !== undefined) {
      const known = await people.screenByToken(holder.screen, now)
      if (known?.classId !== hub.live.classId) hub.dismissScreens()
    }
  }
}
