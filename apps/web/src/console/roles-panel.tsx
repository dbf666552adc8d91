import type { ConsoleView } from '@evenkeel/classroom/view'
import { Panel, Stack } from '../look/page.tsx'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { notYetPlayed } from './roles-played.ts'

interface RolesProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
}

/** Between rounds and at the end: who has not yet played which role. */
export function RolesPanel({ view, names }: RolesProps) {
  const say = words.console.roles
  const missing = notYetPlayed(view.people)
  return (
    <Panel>
      <Stack gap={3}>
        <h2 className={look.small}>{say.title}</h2>
        {missing.length === 0 && <p className={look.soft}>{say.all}</p>}
        {missing.map(({ role, people }) => (
          <p key={role} className={look.who}>
            <RoleBadge role={role} />
            {people.map((id, index) => (
              <span key={id}>
                <bdi>{names[id] ?? id}</bdi>
                <span>{index < people.length - 1 ? ',' : ''}</span>
              </span>
            ))}
          </p>
        ))}
      </Stack>
    </Panel>
  )
}
