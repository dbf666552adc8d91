'use client'

import { type ItemId, rubric } from '@evenkeel/playbook/words'
import type { CardRow } from '@evenkeel/protocol/constants'
import { type FormEvent, useState } from 'react'
import { Button } from '../../look/button.tsx'
import { Field } from '../../look/field.tsx'
import { Option, Options } from '../../look/option.tsx'
import { Page, Stack } from '../../look/page.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { CardFacts } from '../card-facts.tsx'
import look from '../cards.module.css'
import { CardsTop } from '../cards-top.tsx'
import paper from './choose-paper.module.css'
import { type PaperChoice, sheetCount } from './class-on-paper.ts'

const say = cardsWords.paper
const mostGroups = 60

/** How many groups, which cards, what observers look for. */
export function ChoosePaper({
  rows,
  choice,
  busy,
  wrong,
  onChoice,
  onMake,
  onBack,
}: {
  rows: readonly CardRow[]
  choice: PaperChoice
  busy: boolean
  wrong: string | undefined
  onChoice: (choice: PaperChoice) => void
  onMake: () => void
  onBack: () => void
}) {
  const [groups, setGroups] = useState(`${choice.groups}`)
  const [asked, setAsked] = useState(false)
  const { size, cards, focus } = choice
  const count = Number(groups)
  const groupsFit = Number.isInteger(count) && count >= 1 && count <= mostGroups
  const fits = groupsFit && cards.length > 0 && focus.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (fits) onMake()
  }
  const toggle = <Item,>(list: readonly Item[], item: Item): readonly Item[] =>
    list.includes(item) ? list.filter(each => each !== item) : [...list, item]
  return (
    <Page
      top={<CardsTop back={{ href: '/cards/', text: cardsWords.toCards }} onBack={onBack} />}
      foot={
        <Stack gap={2}>
          <Button kind="primary" wide busy={busy} type="submit" form="choose-paper">
            {fits ? say.make(sheetCount(choice)) : cards.length === 0 ? say.noCards : say.title}
          </Button>
        </Stack>
      }
    >
      <form id="choose-paper" onSubmit={submit} noValidate>
        <Stack gap={5}>
          <Stack gap={2}>
            <h1>{say.title}</h1>
            <p className={look.soft}>{say.intro}</p>
          </Stack>
          {wrong !== undefined && (
            <p className={look.wrong} role="alert">
              {wrong}
            </p>
          )}
          <Field
            label={say.groups}
            value={groups}
            inputMode="numeric"
            maxLength={3}
            wrong={groupsFit ? undefined : say.groupsWrong}
            onChange={({ target }) => {
              setGroups(target.value)
              const next = Number(target.value)
              if (Number.isInteger(next) && next >= 1 && next <= mostGroups)
                onChoice({ ...choice, groups: next })
            }}
          />
          <Options legend={say.size}>
            {([2, 3] as const).map(each => (
              <Option
                key={each}
                type="radio"
                name="size"
                checked={size === each}
                onChange={() => onChoice({ ...choice, size: each })}
              >
                <strong>{each === 2 ? say.pairs : say.triads}</strong>
                <span className={look.soft}>{each === 2 ? say.pairsMeans : say.triadsMeans}</span>
              </Option>
            ))}
          </Options>
          <Options legend={say.cards}>
            <p className={look.soft}>{say.cardsMeans(size)}</p>
            {cards.length > 0 && cards.length < size && (
              <p className={paper.caution} role="status">
                {say.tooFew(size)}
              </p>
            )}
            {asked && cards.length === 0 && (
              <p className={look.wrong} role="alert">
                {say.noCards}
              </p>
            )}
            {rows.map(row => (
              <Option
                key={row.hash}
                type="checkbox"
                checked={cards.includes(row.hash)}
                onChange={() => onChoice({ ...choice, cards: toggle(cards, row.hash) })}
              >
                <strong>
                  <bdi lang={row.language}>{row.title}</bdi>
                </strong>
                <CardFacts row={row} />
              </Option>
            ))}
          </Options>
          {size === 3 && (
            <Options legend={say.focus}>
              <p className={look.soft}>{say.focusMeans}</p>
              {focus.length === 0 && (
                <p className={look.wrong} role="alert">
                  {say.focusWrong}
                </p>
              )}
              <div className={paper.itemChoices}>
                {rubric.items.map(({ id, title }) => (
                  <Option
                    key={id}
                    type="checkbox"
                    checked={focus.includes(id)}
                    onChange={() => onChoice({ ...choice, focus: toggle<ItemId>(focus, id) })}
                  >
                    {title}
                  </Option>
                ))}
              </div>
            </Options>
          )}
        </Stack>
      </form>
    </Page>
  )
}
