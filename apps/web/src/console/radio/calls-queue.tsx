import { Button } from '../../look/button.tsx'
import { radioWords } from '../../words/en/radio.ts'
import console from '../console.module.css'
import { AnswerBox } from './answer-box.tsx'
import look from './radio.module.css'
import type { Answers } from './use-answers.ts'
import { useStill } from './use-still.ts'

interface CallsQueueProps {
  answers: Answers
  names: Readonly<Record<string, string>>
  now: number
  /** What is called and answered is private: on a projected screen only the number of calls is shown. */
  hidden: boolean
  /** The room that is in sight has its own box. */
  inSight?: string | undefined
  /** The word on the button that goes to the room. */
  open?: string
  onOpen: (room: string) => void
}

/** Which officers are on the radio now, and what was typed too late for one. */
export function CallsQueue({ answers, names, now, hidden, inSight, open, onOpen }: CallsQueueProps) {
  const say = radioWords
  const { waiting, late } = answers
  const here = waiting.filter(({ room }) => room !== inSight)
  const still = useStill(here)
  if (hidden) {
    return waiting.length === 0 ? null : (
      <p className={look.call} role="status">
        <strong>{say.hidden(waiting.length)}</strong>
      </p>
    )
  }
  return (
    <>
      {here.length > 0 && (
        <ul className={console.list} aria-label={say.queue}>
          {here.map(call => (
            <li key={call.key}>
              <AnswerBox
                call={call}
                answers={answers}
                names={names}
                now={now}
                moved={!still}
                open={open}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ul>
      )}
      {late.map(({ call, text }) => (
        <div key={call.key} className={look.late} role="alert">
          <p>
            <strong>{say.late(call.spot, call.who)}</strong> <span dir="auto">{`“${text}”`}</span>
          </p>
          <Button kind="plain" onClick={() => answers.put(call)}>
            {say.put}
          </Button>
        </div>
      ))}
    </>
  )
}
