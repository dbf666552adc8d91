import { presetFor, SERVER } from '@evenkeel/classroom'
import { rubric } from '@evenkeel/playbook'
import type { Request } from '../live/request.ts'

/** Opens class `k1`: practice, remote, an hour, one card. */
export const openClass: Request = {
  id: 'open-the-class',
  actor: SERVER,
  type: 'OpenClass',
  data: {
    classId: 'k1',
    title: 'Monday evening',
    settings: presetFor({ kind: 'practice', place: 'remote', minutes: 60 }, []),
    deck: [{ hash: 'h1', id: 'card', title: 'Card', site: 'mall', difficulty: 1, minutes: 6 }],
    rubricHash: 'rubric-1',
    rubric,
  },
}

/** The `n`th trainee joins. */
export const joinClass = (n: number): Request => ({
  id: `join-command-${n}`,
  actor: SERVER,
  type: 'JoinClass',
  data: { role: 'trainee' },
  name: { name: `Trainee ${n}` },
})
