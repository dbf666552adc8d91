import type { ConsoleView } from '@evenkeel/classroom/view'
import * as made from '../console/made-up-views.ts'
import { RemoteScreen, type RemoteScreenProps } from '../remote/remote-screen.tsx'
import { WhichClass } from '../remote/which-class.tsx'
import type { Shown } from './shown.ts'

const nothing = () => {}

const shown = (state: string, view: ConsoleView, change: Partial<RemoteScreenProps> = {}): Shown => ({
  panel: 'remote',
  state,
  make: () => (
    <RemoteScreen
      me="p1"
      view={view}
      wall={made.wallOf(view)}
      names={made.namesOf(60)}
      room={null}
      walk={{ spot: null, left: {}, go: nothing }}
      notSent={[]}
      now={made.NOON}
      act={async () => ({ id: 'x', ok: true as const, seq: 1 })}
      onDismiss={nothing}
      onSignOut={nothing}
      {...change}
    />
  ),
})

const at = (spot: number) => ({ walk: { spot, left: {}, go: nothing } })
const refused = {
  id: 'x1',
  type: 'Mark' as const,
  data: {},
  madeAt: 0,
  say: 'This scene is over.',
}
const running = made.running(6)
const { round } = running
const fishbowl: ConsoleView = { ...made.running(2), round: round && { ...round, kind: 'fishbowl' } }

export const remoteStates: readonly Shown[] = [
  shown('nobody yet', made.lobby(0)),
  shown('before a plan', made.lobby(6)),
  shown('plan', made.planned(6)),
  shown('scene', running),
  shown('officers on the radio', made.onTheRadio()),
  shown('scene, at a spot', running, at(3)),
  shown('scene, thirty rooms', made.running(60), at(17)),
  shown('reading, at a spot', made.running(6, 'briefing'), at(1)),
  shown('debrief', made.running(6, 'debrief'), at(3)),
  shown('fishbowl', fishbowl, at(1)),
  shown('something was refused', running, { notSent: [refused] }),
  shown('closed', { ...made.lobby(6), class: { ...made.lobby(6).class, status: 'closed' } }),
  {
    panel: 'remote-which',
    state: 'two classes',
    make: () => (
      <WhichClass classes={[made.head, { ...made.head, class: 'c-2' }]} onGo={nothing} onSignOut={nothing} />
    ),
  },
]
