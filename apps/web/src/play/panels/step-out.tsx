import { useCardLanguage } from '../../language/class-language.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { ConfirmCues } from '../confirm-cues.tsx'
import { CorrectCurve } from '../correct-curve.tsx'
import { NameMarks } from '../name-marks.tsx'
import { Notices } from '../notices.tsx'
import prose from '../prose.module.css'
import { nameOf, type Stage, seatOfMe } from '../stage.ts'

const text = playWords.stepOut

/** Back to one's own name; then what each seat still remembers best now. */
export function StepOut({ stage }: { stage: Stage }) {
  const { room, names, me } = stage
  const seat = seatOfMe(room)
  const lang = useCardLanguage()
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <Panel>
          <Stack gap={3}>
            <p>{text.aloud(nameOf(names, me.person))}</p>
            {seat === 'customer' ? (
              <p className={prose.opening} lang={lang}>
                {room.card.stepOut}
              </p>
            ) : (
              <p>{text.differ}</p>
            )}
          </Stack>
        </Panel>
      </Stack>
      {seat === 'customer' && <ConfirmCues stage={stage} />}
      {seat === 'customer' && <CorrectCurve stage={stage} key={room.scene} />}
      {seat === 'observer' && <NameMarks stage={stage} />}
    </Stack>
  )
}
