import { useCardLanguage } from '../../language/class-language.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { Notices } from '../notices.tsx'
import prose from '../prose.module.css'
import type { Stage } from '../stage.ts'

const text = playWords.stopped

/** Says nothing of who or why. */
export function Stopped({ stage }: { stage: Stage }) {
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <p>{text.means}</p>
      </Stack>
      <Panel>
        <p className={prose.label}>{playWords.stepOut.title}</p>
        <p lang={useCardLanguage()}>{stage.room.card.stepOut}</p>
      </Panel>
    </Stack>
  )
}
