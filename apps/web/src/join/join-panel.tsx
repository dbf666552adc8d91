'use client'

import { ArrowRight, Clock, Eye, LockKeyhole, MessageSquareText, Users } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Page, Panel, Stack } from '../look/page.tsx'
import { joinWords } from '../words/en/join.ts'
import { productName } from '../words/en/product.ts'
import look from './join-panel.module.css'
import { PickName } from './pick-name.tsx'
import { type AskedSeat, SeatAsked } from './seat-asked.tsx'

export interface OfferedClass {
  readonly class: string
  readonly code: string
  readonly title: string
  readonly kind: 'practice' | 'assessed'
  readonly medium: 'spoken' | 'typed'
  readonly locked: boolean
  /** Days for which the class is kept after its end; null: until somebody deletes it. */
  readonly keptDays: number | null
  /** Names of the roster that are not here yet; empty unless the instructor shows them. */
  readonly names: readonly string[]
  readonly seats: readonly { readonly seat: string; readonly person: string; readonly name: string }[]
}

export interface JoinPanelProps {
  code: string
  offered: OfferedClass | undefined
  wrong: string | undefined
  busy: boolean
  onCode: (code: string) => void
  onJoin: (name: string) => void
  onContinue: (seat: string) => void
  /** A seat that is asked for from here. */
  asked?: AskedSeat | undefined
  onMySeat: (name: string) => void
  onTakeBack: () => void
  onBack: () => void
}

export function JoinPanel(props: JoinPanelProps) {
  return (
    <Page>
      <div className={look.column}>
        <p className={look.product}>{productName}</p>
        {props.asked !== undefined ? (
          <SeatAsked asked={props.asked} onBack={props.onTakeBack} />
        ) : props.offered === undefined ? (
          <AskCode {...props} />
        ) : (
          <AskName {...props} offered={props.offered} />
        )}
        <p className={look.instructor}>
          <a href="/console/">{joinWords.instructor}</a>
        </p>
      </div>
    </Page>
  )
}

function AskCode({ code: given, wrong, busy, onCode }: JoinPanelProps) {
  const [code, setCode] = useState(given)
  const [pressed, setPressed] = useState(false)
  const empty = code.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setPressed(true)
    if (!empty) onCode(code)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={5}>
        <h1>{joinWords.title}</h1>
        <Field
          label={joinWords.code}
          hint={joinWords.codeHint}
          wrong={pressed && empty ? joinWords.noCode : wrong}
          value={code}
          onChange={event => setCode(event.target.value)}
          className={look.code}
          autoCapitalize="characters"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
        />
        <Button kind="primary" type="submit" wide busy={busy} icon={<ArrowRight size={20} />}>
          {joinWords.next}
        </Button>
      </Stack>
    </form>
  )
}

function AskName({
  offered,
  wrong,
  busy,
  onJoin,
  onMySeat,
  onContinue,
  onBack,
}: JoinPanelProps & { offered: OfferedClass }) {
  const [name, setName] = useState('')
  const [newSeat, setNewSeat] = useState(offered.seats.length === 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onJoin(name)
  }
  return (
    <Stack gap={5}>
      <Stack gap={2}>
        <p className={look.kind} data-kind={offered.kind}>
          {joinWords[offered.kind]}
        </p>
        <h1>{offered.title}</h1>
        <p>{offered.kind === 'practice' ? joinWords.practiceMeans : joinWords.assessedMeans}</p>
      </Stack>
      {newSeat ? (
        <form onSubmit={submit}>
          <Stack gap={4}>
            <Field
              label={joinWords.name}
              hint={offered.names.length > 0 ? joinWords.pickHint : joinWords.nameHint}
              wrong={wrong ?? (offered.locked ? joinWords.locked : undefined)}
              value={name}
              onChange={event => setName(event.target.value)}
              autoComplete="name"
              dir="auto"
              maxLength={200}
            />
            {offered.names.length > 0 && <PickName names={offered.names} typed={name} onPick={setName} />}
            <Button kind="primary" type="submit" wide busy={busy} disabled={offered.locked}>
              {joinWords.join}
            </Button>
            <p>{joinWords.seatLost}</p>
            <Button kind="quiet" wide disabled={busy} onClick={() => onMySeat(name)}>
              {joinWords.mySeat}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack gap={3}>
          {offered.seats.map((seat, index) => (
            <Button
              key={seat.seat}
              kind={index === 0 ? 'primary' : 'quiet'}
              wide
              onClick={() => onContinue(seat.seat)}
            >
              {joinWords.continueAs(seat.name)}
            </Button>
          ))}
          <Button kind="quiet" wide onClick={() => setNewSeat(true)}>
            {joinWords.someoneElse}
          </Button>
        </Stack>
      )}
      <WhoSeesWhat offered={offered} />
      <Button kind="plain" onClick={onBack}>
        {joinWords.otherCode}
      </Button>
    </Stack>
  )
}

function WhoSeesWhat({ offered: { kind, medium, keptDays, names } }: { offered: OfferedClass }) {
  const facts = [
    { icon: MessageSquareText, text: joinWords[medium] },
    { icon: Users, text: joinWords.seesRoom },
    { icon: Eye, text: joinWords.seesInstructor },
    {
      icon: Eye,
      text: kind === 'practice' ? joinWords.seesRatingsPractice : joinWords.seesRatingsAssessed,
    },
    { icon: LockKeyhole, text: joinWords.seesNotes },
    { icon: LockKeyhole, text: joinWords.stop },
    { icon: Clock, text: joinWords.kept(keptDays) },
    ...(names.length > 0 ? [{ icon: Eye, text: joinWords.listSeen }] : []),
  ]
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <h2 className={look.small}>{joinWords.whoSees}</h2>
        <ul className={look.facts}>
          {facts.map(({ icon: Icon, text }) => (
            <li key={text}>
              <Icon aria-hidden="true" size={20} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}
