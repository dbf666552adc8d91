import { LONGEST } from '@evenkeel/classroom/view'
import { Radio } from 'lucide-react'
import type { FormEvent } from 'react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { clockText } from '../../live/use-now.ts'
import { Button } from '../../look/button.tsx'
import { Field } from '../../look/field.tsx'
import { radioWords } from '../../words/en/radio.ts'
import { words } from '../../words/en.ts'
import look from './radio.module.css'
import type { Answers } from './use-answers.ts'
import type { Waiting } from './waiting.ts'

interface AnswerBoxProps {
  call: Waiting
  answers: Answers
  names: Readonly<Record<string, string>>
  now: number
  /** Just moved here: nobody has read yet whose call this is. */
  moved: boolean
  open?: string | undefined
  /** Left out where the room is in sight. */
  onOpen?: (room: string) => void
}

/** One call that waits: what the card says at one press, or the instructor's own words. */
export function AnswerBox({
  call,
  answers,
  names,
  now,
  moved,
  open = words.console.rooms.open,
  onOpen,
}: AnswerBoxProps) {
  const say = radioWords
  const lang = useCardLanguage()
  const { text, sending, wrong } = answers.draftOf(call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answers.send(call)
  }
  return (
    <div className={look.call}>
      <div className={look.head}>
        <p className={look.who} role="status">
          <span className={look.name}>
            <Radio size={20} aria-hidden="true" />
            <strong>
              <bdi>{call.officer === null ? words.roles.officer : (names[call.officer] ?? call.officer)}</bdi>
            </strong>
          </span>
          <span lang={lang}>{say.calls(call.who)}</span>
          <span>{words.console.people.inRoom(call.spot)}</span>
        </p>
        <span className={look.due}>
          {call.due === null ? say.stands : say.dueIn(clockText(call.due - now))}
        </span>
      </div>
      <div className={look.written}>
        <p>
          <span className={look.soft}>{say.card}</span> <span lang={lang}>{call.written}</span>
        </p>
        <div className={look.buttons}>
          <Button busy={sending} disabled={moved} onClick={() => answers.giveCard(call)}>
            {say.giveCard}
          </Button>
          {onOpen !== undefined && (
            <Button disabled={moved} onClick={() => onOpen(call.room)}>
              {open}
            </Button>
          )}
        </div>
      </div>
      <form className={look.own} onSubmit={submit}>
        <Field
          label={say.own}
          value={text}
          maxLength={LONGEST.answer}
          wrong={wrong}
          autoComplete="off"
          onChange={event => answers.write(call, event.target.value)}
        />
        <Button type="submit" disabled={moved || text.trim() === ''} busy={sending}>
          {say.send}
        </Button>
      </form>
    </div>
  )
}
