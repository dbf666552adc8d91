import type { SceneView } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../../language/class-language.tsx'
import { radioWords } from '../../words/en/radio.ts'
import console from '../console.module.css'
import { AnswerBox } from './answer-box.tsx'
import type { Answers } from './use-answers.ts'
import { useStill } from './use-still.ts'

interface RoomCallsProps {
  room: string
  scene: SceneView | undefined
  answers: Answers
  names: Readonly<Record<string, string>>
  now: number
}

/** The calls of the room that is looked into: what waits, and what was answered. */
export function RoomCalls({ room, scene, answers, names, now }: RoomCallsProps) {
  const lang = useCardLanguage()
  const say = radioWords
  const open = answers.waiting.filter(call => call.room === room)
  const still = useStill(open)
  const calls = scene?.calls ?? []
  if (calls.length === 0) return null
  return (
    <section>
      <h3 className={console.small}>{say.made}</h3>
      <ul className={console.list}>
        {calls.map(({ index, who, answer, live }) => {
          const waits = open.find(call => call.index === index)
          if (waits !== undefined) {
            return (
              <li key={index}>
                <AnswerBox call={waits} answers={answers} names={names} now={now} moved={!still} />
              </li>
            )
          }
          return (
            <li key={index}>
              <strong lang={lang}>{`${who}: `}</strong>
              {answer === null ? <span>{say.noAnswer}</span> : <span lang={lang}>{answer}</span>}{' '}
              {live && <span className={console.soft}>{say.live}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
