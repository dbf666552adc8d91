import type { RoomView } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { words } from '../words/en.ts'
import { Differences, type DifferencesProps } from './differences.tsx'
import { SpeakingOrder } from './speaking-order.tsx'
import look from './talk.module.css'

const told = words.debrief.talk

/** What two saw differently, who speaks when, what to ask, and what a strong officer would have noticed. */
export function Talk({ debrief, ...said }: { debrief: RoomView['debrief'] } & DifferencesProps) {
  const lang = useCardLanguage()
  return (
    <div className={look.talk}>
      <Differences {...said} />
      <SpeakingOrder />
      {debrief !== null && (
        <>
          <section>
            <h3>{told.questions}</h3>
            <ul className={look.questions} lang={lang}>
              {debrief.questions.map(question => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{told.strong}</h3>
            <p lang={lang}>{debrief.strongOfficer}</p>
          </section>
        </>
      )}
    </div>
  )
}
