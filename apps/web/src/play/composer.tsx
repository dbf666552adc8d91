'use client'

import { cleanText, LONGEST } from '@evenkeel/classroom/view'
import { MessageSquare, PersonStanding, SendHorizontal } from 'lucide-react'
import {
  type ChangeEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react'
import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import look from './composer.module.css'

const text = playWords.scene
/** From here on the count is shown. */
const NEAR = LONGEST.line - 150

export interface Draft {
  readonly how: 'say' | 'do'
  readonly text: string
}

interface ComposerProps {
  draft: Draft
  onDraft: (draft: Draft) => void
  onSend: (draft: Draft) => void
  onTyping: (on: boolean) => void
  /** What the seat may look up while writing. */
  tools: ReactNode
}

/** A line to say or do. Enter sends, Shift+Enter does not, and nothing is sent while a word is still being composed. */
export function Composer({ draft, onDraft, onSend, onTyping, tools }: ComposerProps) {
  const typing = useTyping(onTyping)
  // As the class counts: what it would leave out counts nothing, and what shows nothing is no line.
  const clean = cleanText(draft.text)
  const left = LONGEST.line - clean.length
  const sendable = clean !== '' && left >= 0
  const change = ({ target: { value } }: ChangeEvent<HTMLTextAreaElement>) => {
    typing(value !== '')
    const prefix = /^\/(do|say) /.exec(value)
    if (prefix === null) onDraft({ ...draft, text: value })
    else onDraft({ how: prefix[1] === 'do' ? 'do' : 'say', text: value.slice(prefix[0].length) })
  }
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (!sendable) return
    typing(false)
    onSend(draft)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
  }
  return (
    <form className={look.composer} onSubmit={send}>
      <div className={look.above}>
        <HowChoice how={draft.how} onHow={how => onDraft({ ...draft, how })} />
        {tools}
      </div>
      <div className={look.write}>
        <textarea
          rows={1}
          value={draft.text}
          onChange={change}
          onKeyDown={key}
          aria-label={draft.how === 'say' ? text.sayHint : text.doHint}
          placeholder={draft.how === 'say' ? text.sayHint : text.doHint}
          enterKeyHint="send"
          data-how={draft.how}
          dir="auto"
        />
        <Button
          kind="primary"
          type="submit"
          disabled={!sendable}
          className={look.send ?? ''}
          aria-label={text.send}
        >
          <SendHorizontal aria-hidden="true" size={22} />
        </Button>
      </div>
      {draft.text.length > NEAR && (
        <p className={look.left} data-over={left < 0 || undefined} role="status">
          {left < 0 ? text.tooLong(LONGEST.line, -left) : text.left(left)}
        </p>
      )}
    </form>
  )
}

function HowChoice({ how, onHow }: { how: Draft['how']; onHow: (how: Draft['how']) => void }) {
  return (
    <div className={look.how}>
      <button type="button" aria-pressed={how === 'say'} onClick={() => onHow('say')}>
        <MessageSquare aria-hidden="true" size={18} />
        <span>{text.say}</span>
      </button>
      <button type="button" aria-pressed={how === 'do'} onClick={() => onHow('do')}>
        <PersonStanding aria-hidden="true" size={18} />
        <span>{text.do}</span>
      </button>
    </div>
  )
}

/** Tells at most every two seconds that somebody writes, and that they stopped after four. */
function useTyping(tell: (on: boolean) => void): (on: boolean) => void {
  const told = useRef(0)
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(tell)
  last.current = tell
  useEffect(
    () => () => {
      clearTimeout(idle.current)
      if (told.current !== 0) last.current(false)
    },
    [],
  )
  return on => {
    clearTimeout(idle.current)
    if (!on) {
      if (told.current !== 0) tell(false)
      told.current = 0
      return
    }
    if (Date.now() - told.current > 2_000) {
      told.current = Date.now()
      tell(true)
    }
    idle.current = setTimeout(() => {
      told.current = 0
      tell(false)
    }, 4_000)
  }
}
