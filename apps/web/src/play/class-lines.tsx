import type { Me } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Panel, Stack } from '../look/page.tsx'
import { PocketCard } from '../look/pocket-card.tsx'
import { playWords } from '../words/en/play.ts'
import look from './class-lines.module.css'
import { Yes } from './own-choices.tsx'
import prose from './prose.module.css'

const text = playWords.classLines

interface ClassLinesProps {
  me: Me
  /** As the instructor picked them: the words alone. */
  worked: readonly string[]
  act: Act
}

/** Lines that worked in this class, to take along on paper; and those of one's own that one may take back. */
export function ClassLines({ me, worked, act }: ClassLinesProps) {
  if (worked.length + me.shared.length === 0) return null
  return (
    <Panel>
      <Stack gap={4}>
        {worked.length > 0 && (
          <>
            <h2>{text.title}</h2>
            <ul className={look.lines}>
              {worked.map(line => (
                <li key={line}>
                  <q dir="auto">{line}</q>
                </li>
              ))}
            </ul>
            <PocketCard lines={worked} />
          </>
        )}
        {me.shared.length > 0 && (
          <>
            <h2>{text.own}</h2>
            <p className={prose.soft}>{text.ownMeans}</p>
            {me.shared.map(({ scene, said, text: words }) => (
              <Yes
                key={`${scene} ${said}`}
                on
                means={text.takeBack}
                onChange={on => act('ShareLine', { scene, said, on })}
              >
                <q dir="auto">{words}</q>
              </Yes>
            ))}
          </>
        )}
      </Stack>
    </Panel>
  )
}
