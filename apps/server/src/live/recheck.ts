import type { People } from '../people/port.ts'
import type { ClassHub } from './class-hub.ts'

/** Ends the connections of sessions and screens that are no more: another server told their end, and it was not heard. */
export async function recheck(
  hub: ClassHub,
  people: Pick<People, 'sessionOf' | 'screenByToken'>,
  now: number,
  looksAfter: (instructorId: string, classId: string) => Promise<boolean>,
): Promise<void> {
  for (const { holder } of [...hub.connections]) {
    if (holder.kind === 'instructor' && holder.session !== undefined) {
      const session = await people.sessionOf(holder.session, now)
      if (session === undefined) hub.dismissSession(holder.session)
      else if (!(await looksAfter(session.instructorId, hub.live.classId))) hub.endLetIn(holder.person)
    }
    if (holder.kind === 'screen' && holder.screen !== undefined) {
      const known = await people.screenByToken(holder.screen, now)
      if (known?.classId !== hub.live.classId) hub.dismissScreens()
    }
  }
}
