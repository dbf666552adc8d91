import { Radio } from 'lucide-react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import prose from './prose.module.css'
import { placeOf, type Stage, sceneNow } from './stage.ts'
import { isSending } from './unsent.ts'

const text = playWords.scene

/** Whom the officer may call; an answer stays to be read again. */
export function RadioCalls({ stage: { room, act, outbox } }: { stage: Stage }) {
  const { calls } = sceneNow(room)
  const lang = useCardLanguage()
  const calling = isSending(outbox, 'MakeCall')
  return (
    <Stack gap={3}>
      <p className={prose.soft}>{text.radioMeans}</p>
      {([0, 1] as const).map(index => {
        const who = room.officer?.calls[index]?.who
        const answered = calls.find(call => call.index === index)
        if (who === undefined) return null
        return answered === undefined ? (
          <Button
            key={index}
            wide
            icon={<Radio size={20} />}
            busy={calling}
            onClick={() => void act('MakeCall', { place: placeOf(room), index })}
          >
            {calling ? text.calling : text.call(who)}
          </Button>
        ) : (
          <Panel key={index} tone="soft">
            <p role="status">
              <strong>{answered.answer === null ? `${who}: ` : `${who} ${text.answers}: `}</strong>
              {answered.answer === null ? (
                <span>{text.onTheLine}</span>
              ) : (
                <span lang={lang}>{answered.answer}</span>
              )}
            </p>
          </Panel>
        )
      })}
    </Stack>
  )
}
