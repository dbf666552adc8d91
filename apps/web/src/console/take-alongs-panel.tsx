import type { ConsoleView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'

/** At the end: what people share of what they take along, without names, and whether the projector shows it. */
export function TakeAlongsPanel({ view, act }: { view: ConsoleView; act: Act }) {
  const say = words.console.takeAlongs
  const { shared, shown } = view.takeAlongs
  if (shared.length === 0 && !shown) return null
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2 className={look.small}>{say.title(shared.length)}</h2>
          {view.class.status === 'open' && (
            <Button onClick={() => void act('ShowTakeAlongs', { on: !shown })}>
              {shown ? say.hide : say.show}
            </Button>
          )}
        </div>
        <ul className={look.list}>
          {shared.map(({ keep, tryOut }) => (
            <li key={`${keep} ${tryOut}`} className={look.note} dir="auto">
              {[keep, tryOut].filter(text => text !== '').join(' · ')}
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}
