import type { ConsoleView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { useTick } from '../look/use-tick.ts'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './worked-lines-panel.module.css'

/** What people share of what they said, without names: the instructor picks, and shows what was picked. */
export function WorkedLinesPanel({ view, act }: { view: ConsoleView; act: Act }) {
  const say = words.console.worked
  const { offered, shown } = view.worked
  const open = view.class.status === 'open'
  if (offered.length === 0 && !shown) return null
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2 className={look.small}>{say.title(offered.length)}</h2>
          {open && (
            <Button onClick={() => void act('ShowLines', { on: !shown })}>
              {shown ? say.hide : say.show}
            </Button>
          )}
        </div>
        <p>{say.means}</p>
        <ul className={look.list}>
          {offered.map(line => (
            <li key={`${line.scene} ${line.said}`}>
              <Line line={line} open={open} act={act} />
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}

interface LineProps {
  line: ConsoleView['worked']['offered'][number]
  open: boolean
  act: Act
}

function Line({ line: { scene, said, text, picked }, open, act }: LineProps) {
  const [shown, change] = useTick(picked, on => act('PickLine', { scene, said, on }))
  return (
    <label className={own.line}>
      <input
        type="checkbox"
        checked={shown}
        disabled={!open}
        onChange={({ target }) => void change(target.checked)}
      />
      <q dir="auto">{text}</q>
    </label>
  )
}
