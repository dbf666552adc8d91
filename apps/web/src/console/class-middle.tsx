import { Panel } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './class-middle.module.css'
import type { ClassScreenProps } from './class-screen.tsx'
import { DeedsPanel } from './deeds-panel.tsx'
import { nextAction } from './next-action.ts'
import { PlanOptions } from './plan-options.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { RolesPanel } from './roles-panel.tsx'
import { RoomsPanel } from './rooms-panel.tsx'
import { TakeAlongsPanel } from './take-alongs-panel.tsx'
import type { WallProps } from './wall/wall-panel.tsx'
import { WorkedLinesPanel } from './worked-lines-panel.tsx'

/** What is private in the middle of the console: the plan that waits, other plans, and the rooms. */
export function ClassMiddle(props: ClassScreenProps & Pick<WallProps, 'needs' | 'order' | 'shown'>) {
  const { view } = props
  const { kind } = nextAction(view)
  const running = kind === 'next'
  return (
    <>
      {running && <RoomsPanel {...props} />}
      {view.plan !== null && <PlanPanel {...props} plan={view.plan} />}
      {(kind === 'plan' || kind === 'start') && (
        <Panel>
          <PlanOptions {...props} />
        </Panel>
      )}
      {view.round === null && view.plan === null && view.class.status === 'open' && (
        <Panel tone="soft">
          <h2>{words.console.lobby.title}</h2>
          <ol className={look.steps}>
            {words.console.lobby.steps.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
      )}
      <WorkedLinesPanel {...props} />
      <TakeAlongsPanel {...props} />
      {view.round !== null && !running && view.plan === null && <RolesPanel {...props} />}
      {view.round !== null && !running && <RoomsPanel {...props} />}
      <DeedsPanel {...props} />
    </>
  )
}
