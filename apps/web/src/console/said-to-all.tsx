import type { ConsoleView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './said-to-all.module.css'

/** What stands on every phone, and on the projector if wanted, until it is taken back. */
export function SaidToAll({ view, act }: { view: ConsoleView; act: Act }) {
  const say = words.console.announce
  const { announced, status } = view.class
  if (announced === null || status !== 'open') return null
  return (
    <div className={own.said}>
      <p>
        <span className={look.soft}>{`${announced.wall ? say.nowOnWall : say.now}: `}</span>
        <span dir="auto">{announced.text}</span>
      </p>
      <Button onClick={() => void act('Announce', { text: null, wall: false })}>{say.takeBack}</Button>
    </div>
  )
}
