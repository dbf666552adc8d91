import { useCardLanguage } from '../../language/class-language.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { Notices } from '../notices.tsx'
import prose from '../prose.module.css'
import { type Stage, seatOfMe } from '../stage.ts'

const text = playWords.stopped

/** Says nothing of who or why. The card's sentence to step out with is the customer's. */
export function Stopped({ stage }: { stage: Stage }) {
  const lang = useCardLanguage()
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <p>{text.means}</p>
      </Stack>
      <Panel>
        <p className={prose.label}>{playWords.stepOut.title}</p>
        {seatOfMe(stage.room) === 'customer' ? (
          <p lang={lang}>{stage.room.card.stepOut}</p>
        ) : (
          <p>{playWords.stepOut.differ}</p>
        )}
      </Panel>
    </Stack>
  )
}
