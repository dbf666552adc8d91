import { JoinPanel, type JoinPanelProps, type OfferedClass } from '../join/join-panel.tsx'
import type { Shown } from './shown.ts'

const nothing = () => {}
const offered: OfferedClass = {
  class: 'c1',
  code: 'BK7 4QM',
  title: 'Night shift, class of Tuesday',
  kind: 'practice',
  medium: 'spoken',
  locked: false,
  names: [],
  keptDays: 90,
  seats: [],
}

const join = (state: string, change: Partial<JoinPanelProps>): Shown => ({
  panel: 'join',
  state,
  make: () => (
    <JoinPanel
      code=""
      offered={undefined}
      wrong={undefined}
      busy={false}
      onCode={nothing}
      onJoin={nothing}
      onContinue={nothing}
      onMySeat={nothing}
      onTakeBack={nothing}
      onBack={nothing}
      {...change}
    />
  ),
})

const seatOf = (name: string) => ({ seat: name, person: name, name })

export const joinStates: readonly Shown[] = [
  join('seat, asked for', { asked: { state: 'waiting', digits: '47' } }),
  join('seat, refused', { asked: { state: 'refused', digits: '47' } }),
  join('seat, nobody answered', { asked: { state: 'over', digits: '47' } }),
  join('code', {}),
  join('code, busy', { code: 'BK7 4QM', busy: true }),
  join('code, wrong', {
    code: 'BK7 4QQ',
    wrong: 'No class has this code. Look at it again, or ask your instructor.',
  }),
  join('name, practice', { offered }),
  join('name, assessed, typed', { offered: { ...offered, kind: 'assessed', medium: 'typed' } }),
  join('locked', { offered: { ...offered, locked: true } }),
  join('pick a name', {
    offered: {
      ...offered,
      names: [
        'Ana-Lucía Fernández de la Vega y Rodríguez',
        'عبد الرحمن القحطاني',
        'Donaudampfschifffahrtsgesellschaftskapitänsanwärterinnen',
        ...['Ben', 'Chidi', 'Dana', 'Eve', 'Faruk', 'Greta', 'Hana', 'Ivo', 'Jun', 'Kim', 'Lea', 'Mo'],
      ],
    },
  }),
  join('seats here before', {
    offered: {
      ...offered,
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      seats: [seatOf('Ana-Lucía Fernández de la Vega y Rodríguez'), seatOf('عبد الرحمن القحطاني')],
    },
  }),
]
