import { Plus, X } from 'lucide-react'
import { Button } from '../../look/button.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { Picker } from '../picker.tsx'
import { fieldId } from './checked.tsx'
import type { PartProps } from './edit-form.tsx'
import { ListField } from './list-field.tsx'
import { Group, Section } from './section.tsx'
import { TextField } from './text-field.tsx'

const say = cardsWords.edit
const text = say.fields
const seats = (['customer', 'officer'] as const).map(value => ({ value, text: cardsWords.paper[value] }))

/** What both see before the scene. */
export function SharedPart({ card, onChange }: PartProps) {
  const { shared } = card
  const set = (change: Partial<typeof shared>) => onChange({ ...card, shared: { ...shared, ...change } })
  return (
    <Section field="shared" title={say.shared}>
      <TextField
        field="shared.where"
        label={text.where}
        value={shared.where}
        onChange={where => set({ where })}
      />
      <TextField field="shared.when" label={text.when} value={shared.when} onChange={when => set({ when })} />
      <TextField
        field="shared.happened"
        label={text.happened}
        max={600}
        value={shared.happened}
        onChange={happened => set({ happened })}
      />
    </Section>
  )
}

/** What the instructor may drop into a running scene. */
export function TwistsPart({ card, onChange }: PartProps) {
  return (
    <Section field="twists" title={say.twists}>
      {card.twists.map((twist, at) => {
        const put = (change: Partial<typeof twist>) =>
          onChange({ ...card, twists: card.twists.with(at, { ...twist, ...change }) })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always two, and they keep their places
          <Group key={at} title={say.number(text.twist, at + 1)}>
            <Picker
              id={fieldId(`twists.${at}.to`)}
              label={text.to}
              value={twist.to}
              options={seats}
              onChange={to => put({ to })}
            />
            <TextField
              field={`twists.${at}.text`}
              label={text.twistText}
              value={twist.text}
              onChange={line => put({ text: line })}
            />
          </Group>
        )
      })}
    </Section>
  )
}

/** Stepping out, and what is talked about. */
export function AfterPart({ card, onChange }: PartProps) {
  const { debrief } = card
  return (
    <Section field="debrief" title={say.after}>
      <TextField
        field="stepOut"
        label={text.stepOut}
        value={card.stepOut}
        onChange={stepOut => onChange({ ...card, stepOut })}
      />
      <ListField
        field="debrief.questions"
        label={text.questions}
        noun={text.question}
        min={3}
        max={3}
        all={debrief.questions}
        onChange={questions => onChange({ ...card, debrief: { ...debrief, questions } })}
      />
      <TextField
        field="debrief.strongOfficer"
        label={text.strongOfficer}
        max={600}
        value={debrief.strongOfficer}
        onChange={strongOfficer => onChange({ ...card, debrief: { ...debrief, strongOfficer } })}
      />
    </Section>
  )
}

/** Words that a tap explains. */
export function GlossaryPart({ card, onChange }: PartProps) {
  const { glossary } = card
  const put = (next: typeof glossary) => onChange({ ...card, glossary: next })
  return (
    <Section field="glossary" title={say.glossary}>
      {glossary.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and their text changes with each key
        <Group key={at} title={say.number(text.word, at + 1)}>
          <TextField
            field={`glossary.${at}.word`}
            label={text.word}
            max={40}
            value={entry.word}
            onChange={word => put(glossary.with(at, { ...entry, word }))}
          />
          <TextField
            field={`glossary.${at}.meaning`}
            label={text.meaning}
            max={160}
            value={entry.meaning}
            onChange={meaning => put(glossary.with(at, { ...entry, meaning }))}
          />
          <Button kind="plain" icon={<X size={18} />} onClick={() => put(glossary.toSpliced(at, 1))}>
            {say.remove(say.number(text.word.toLowerCase(), at + 1))}
          </Button>
        </Group>
      ))}
      {glossary.length < 8 && (
        <Button
          kind="plain"
          icon={<Plus size={18} />}
          onClick={() => put([...glossary, { word: '', meaning: '' }])}
        >
          {say.add(text.aWord)}
        </Button>
      )}
    </Section>
  )
}
