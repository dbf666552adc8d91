import { type ConsoleView, STEPS } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { classAddress } from '../records/addresses.ts'
import { words } from '../words/en.ts'
import { classPlan } from './class-plan.ts'
import type { ClassHead } from './classes-panel.tsx'
import look from './console.module.css'
import { type NextAction, nextAction } from './next-action.ts'
import own from './next-bar.module.css'
import { useSettled } from './use-settled.ts'

interface NextBarProps {
  view: ConsoleView
  act: Act
  now: number
  head: Pick<ClassHead, 'class' | 'openedAt'>
}

/** Where the class is, how its time stands, and the one button that says what it does. */
export function NextBar({ view, act, now, head }: NextBarProps) {
  const say = words.console
  const action = nextAction(view)
  const { round } = view
  // Rooms in which all have rated go on by themselves: where the class is, is where its slowest room is.
  const slowest = round?.next ? (STEPS[STEPS.indexOf(round.next) - 1] ?? round.step) : round?.step
  const plan = classPlan(view, head.openedAt, now)
  const end = new Date(plan.endsAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const title = round ? say.class.round(round.number) : say.class.noRound
  return (
    <section className={own.next} aria-label={title}>
      <div>
        <h1 className={own.round}>
          <span>{title}</span>
          {slowest && round?.next && view.class.settings.pace === 'class' && (
            <span className={look.soft}> · {say.phases[slowest]}</span>
          )}
        </h1>
        <p className={look.soft}>{say.class.used(Math.min(plan.used, 9_999), plan.minutes, end)}</p>
        {view.class.status === 'open' && (
          <p className={look.soft}>
            {now < plan.endsAt ? say.class.fits(plan.fits, plan.roundTakes) : say.class.late}
          </p>
        )}
        {action.kind === 'next' && view.class.settings.pace === 'room' && (
          <p className={look.soft}>{say.next.moves}</p>
        )}
      </div>
      <NextButton action={action} act={act} first={round === null} />
      {action.kind === 'over' && view.class.simulated !== true && (
        <a className="way" href={classAddress(head.class)}>
          {say.class.after}
        </a>
      )}
    </section>
  )
}

/** The one button, named for what it does; it takes no press just after it changed. */
export function NextButton({ action, act, first }: { action: NextAction; act: Act; first: boolean }) {
  const say = words.console
  const disabled = !useSettled(JSON.stringify(action))
  switch (action.kind) {
    case 'over':
      return <p>{say.class.closed}</p>
    case 'too-few':
      return <p className={look.soft}>{say.plan.tooFew}</p>
    case 'plan':
      return (
        <Button
          kind="primary"
          disabled={disabled}
          onClick={() => {
            void act('PlanRound', {})
            // The plan, and the question that comes before it, open at the top of the page.
            scrollTo(0, 0)
          }}
        >
          {first ? say.plan.makeFirst : say.plan.make}
        </Button>
      )
    case 'start':
      return (
        <Button
          kind="primary"
          disabled={disabled}
          onClick={() => void act('StartRound', { round: action.round })}
        >
          {say.plan.start}
        </Button>
      )
    case 'next':
      return (
        <Button
          kind="primary"
          disabled={disabled}
          onClick={() => void act('Next', { round: action.round, to: action.to })}
        >
          {say.next[action.to]}
        </Button>
      )
  }
}
