import { readingLimits } from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import type { DraftCard } from './draft-card.ts'
import type { PartProps } from './edit-form.tsx'
import { ListField } from './list-field.tsx'
import { ReadingLoad } from './reading-load.tsx'
import { Group, Section } from './section.tsx'
import { TextField } from './text-field.tsx'

const say = cardsWords.edit
const text = say.fields

/** The officer's brief and whom they may call. */
export function OfficerPart({ card, onChange }: PartProps) {
  const { officer } = card
  const set = (change: Partial<DraftCard['officer']>) =>
    onChange({ ...card, officer: { ...officer, ...change } })
  return (
    <Section field="officer" title={say.officer} aside={<ReadingLoad card={card} seat="officer" />}>
      <ListField
        field="officer.postOrders"
        label={text.postOrders}
        noun={text.order}
        max={6}
        all={officer.postOrders}
        onChange={postOrders => set({ postOrders })}
      />
      <ListField
        field="officer.limits"
        label={text.limits}
        noun={text.limit}
        max={4}
        all={officer.limits}
        onChange={limits => set({ limits })}
      />
      <ListField
        field="officer.knows"
        label={text.knows}
        noun={text.fact}
        max={6}
        all={officer.knows}
        onChange={knows => set({ knows })}
      />
      <TextField
        field="officer.handledWell"
        label={text.handledWell}
        max={600}
        value={officer.handledWell}
        onChange={handledWell => set({ handledWell })}
      />
      <TextField
        field="officer.relate"
        label={text.relate}
        hint={text.relateHint}
        value={officer.relate}
        onChange={relate => set({ relate })}
      />
      {officer.calls.map((call, at) => {
        const put = (change: Partial<typeof call>) =>
          set({ calls: officer.calls.with(at, { ...call, ...change }) })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always two, and they keep their places
          <Group key={at} title={say.number(text.call, at + 1)}>
            <TextField
              field={`officer.calls.${at}.who`}
              label={text.callWho}
              max={80}
              value={call.who}
              onChange={who => put({ who })}
            />
            <TextField
              field={`officer.calls.${at}.answer`}
              label={text.answer}
              value={call.answer}
              onChange={answer => put({ answer })}
            />
          </Group>
        )
      })}
      <TextField
        field="officer.cue"
        label={text.cue}
        hint={text.cueHint}
        max={300}
        words={readingLimits.cueWords}
        value={officer.cue}
        onChange={cue => set({ cue })}
      />
    </Section>
  )
}
