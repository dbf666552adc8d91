import type { RoomView } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { words } from '../words/en.ts'
import look from './debrief.module.css'

const told = words.debrief.talk

/** Who speaks when, what to ask, and what a strong officer would have noticed. */
export function Talk({ debrief }: { debrief: RoomView['debrief'] }) {
  const lang = useCardLanguage()
  return (
    <div className={look.talk}>
      <section>
        <h3>{told.orderTitle}</h3>
        <p className={look.soft}>{told.orderMeans}</p>
        <ol className={look.order}>
          {told.order.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ol>
        <p className={look.form}>{told.form}</p>
      </section>
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
