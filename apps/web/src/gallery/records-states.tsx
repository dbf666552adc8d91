import type { ClassPage, ClassRow } from '@evenkeel/insight/report'
import { ClassPanel } from '../records/class-panel.tsx'
import { ClassesPanel } from '../records/classes-panel.tsx'
import { CompletionPages } from '../records/completion-pages.tsx'
import * as made from '../records/made-up-records.ts'
import { PeoplePanel } from '../records/people-panel.tsx'
import { PersonPanel } from '../records/person-panel.tsx'
import type { Shown } from './shown.ts'

const nothing = () => {}
const done = async () => true

const classes = (state: string, rows: readonly ClassRow[], said?: { ok: boolean; say: string }): Shown => ({
  panel: 'records',
  state,
  make: () => <ClassesPanel classes={rows} said={said} busy={false} onImport={nothing} />,
})

const page = (state: string, shown: ClassPage): Shown => ({
  panel: 'records class',
  state,
  make: () => (
    <ClassPanel
      page={shown}
      wrong={undefined}
      onSign={done}
      onSerial={done}
      onCompletion={done}
      onKept={done}
      onForget={done}
      onDelete={nothing}
    />
  ),
})

const people = (state: string, count: number): Shown => ({
  panel: 'records people',
  state,
  make: () => (
    <PeoplePanel
      people={Array.from({ length: count }, (_, n) => made.entry({ key: `n:${n}`, name: `Ana ${n}` }))}
      wrong={undefined}
      onMerge={nothing}
    />
  ),
})

export const recordsStates: readonly Shown[] = [
  classes('nobody yet', []),
  classes('some', [made.row(), made.row({ class: 'k2', kind: 'practice', goesAt: null, keptDays: null })]),
  classes('import refused', [made.row()], {
    ok: false,
    say: 'Nothing was imported. Line 41: The file ends too early: a part of it is missing.',
  }),
  page('nobody', made.nobody),
  page('no scene', made.noScene),
  page('a two-second scene', made.twoSeconds),
  page('all not observable', made.notObservable),
  page('full', made.full),
  page('practice', { ...made.notObservable, class: made.row({ kind: 'practice' }) }),
  { panel: 'records class', state: 'completion', make: () => <CompletionPages page={made.full} /> },
  { panel: 'records class', state: 'completion, none', make: () => <CompletionPages page={made.noScene} /> },
  people('nobody', 0),
  people('some', 5),
  {
    panel: 'records people',
    state: 'one person',
    make: () => <PersonPanel page={made.ana} wrong={undefined} onUndo={nothing} onForget={nothing} />,
  },
]
