import { ladder, pitfallIds, stepOf, techniqueIds } from '@evenkeel/playbook/words'
import { readingLimits } from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import { behaviourWord } from '../behaviour-word.ts'
import { Picker } from '../picker.tsx'
import { fieldId } from './checked.tsx'
import { Cue } from './cue.tsx'
import type { DraftCard } from './draft-card.ts'
import type { PartProps } from './edit-form.tsx'
import { ListField } from './list-field.tsx'
import { ReadingLoad } from './reading-load.tsx'
import { Group, Section } from './section.tsx'
import { TextField } from './text-field.tsx'

const say = cardsWords.edit
const text = say.fields

const heatOptions = ladder.map(({ level, word }) => ({ value: `${level}`, text: `${level}: ${word}` }))
const pitfalls = pitfallIds.map(value => ({ value, text: behaviourWord(value) }))
const techniques = techniqueIds.map(value => ({ value, text: behaviourWord(value) }))
const bands = ['settled', 'upset', 'furious'] as const
type Customer = DraftCard['customer']

/** The customer's brief, and how they warm and cool. */
export function CustomerPart({ card, onChange }: PartProps) {
  const { customer } = card
  const set = (change: Partial<Customer>) => onChange({ ...card, customer: { ...customer, ...change } })
  return (
    <Section field="customer" title={say.customer} aside={<ReadingLoad card={card} seat="customer" />}>
      <TextField
        field="customer.who"
        label={text.who}
        hint={text.whoHint}
        max={600}
        value={customer.who}
        onChange={who => set({ who })}
      />
      <TextField
        field="customer.opening"
        label={text.opening}
        value={customer.opening}
        onChange={opening => set({ opening })}
      />
      <Picker
        id={fieldId('customer.startTemperature')}
        label={text.startTemperature}
        value={`${customer.startTemperature}`}
        options={heatOptions}
        onChange={level => {
          const step = ladder.find(each => `${each.level}` === level) ?? stepOf(customer.startTemperature)
          set({ startTemperature: step.level })
        }}
      />
      <TextField
        field="customer.demand"
        label={text.demand}
        value={customer.demand}
        onChange={demand => set({ demand })}
      />
      <TextField
        field="customer.need"
        label={text.need}
        hint={text.needHint}
        value={customer.need}
        onChange={need => set({ need })}
      />
      <ListField
        field="customer.volunteer"
        label={text.volunteer}
        noun={text.fact}
        max={6}
        all={customer.volunteer}
        onChange={volunteer => set({ volunteer })}
      />
      <ListField
        field="customer.ifAsked"
        label={text.ifAsked}
        noun={text.fact}
        max={6}
        all={customer.ifAsked}
        onChange={ifAsked => set({ ifAsked })}
      />
      <ListField
        field="customer.neverInvent"
        label={text.neverInvent}
        noun={text.thing}
        max={6}
        all={customer.neverInvent}
        onChange={neverInvent => set({ neverInvent })}
      />
      <h3>{text.triggers}</h3>
      {customer.triggers.map(({ say: line, ...trigger }, at) => (
        <Cue
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always three, and they keep their places
          key={at}
          field={`customer.triggers.${at}`}
          title={say.number(text.trigger, at + 1)}
          behaviours={pitfalls}
          cue={{ ...trigger, answer: line }}
          answer={{ field: 'say', label: text.say }}
          onChange={({ answer, ...cue }) =>
            set({ triggers: customer.triggers.with(at, { ...cue, say: answer }) })
          }
        />
      ))}
      <h3>{text.calmers}</h3>
      {customer.calmers.map(({ soften, ...calmer }, at) => (
        <Cue
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always three, and they keep their places
          key={at}
          field={`customer.calmers.${at}`}
          title={say.number(text.calmer, at + 1)}
          behaviours={techniques}
          cue={{ ...calmer, answer: soften }}
          answer={{ field: 'soften', label: text.soften }}
          onChange={({ answer, ...cue }) =>
            set({ calmers: customer.calmers.with(at, { ...cue, soften: answer }) })
          }
        />
      ))}
      <Group title={text.stuck}>
        {bands.map(band => (
          <TextField
            key={band}
            field={`customer.stuck.${band}`}
            label={cardsWords.read.bands[band]}
            value={customer.stuck[band]}
            onChange={line => set({ stuck: { ...customer.stuck, [band]: line } })}
          />
        ))}
      </Group>
      <ListField
        field="customer.endings"
        label={text.endings}
        noun={text.ending}
        min={2}
        max={2}
        all={customer.endings}
        onChange={endings => set({ endings })}
      />
      <TextField
        field="customer.cue"
        label={text.cue}
        hint={text.cueHint}
        max={300}
        words={readingLimits.cueWords}
        value={customer.cue}
        onChange={cue => set({ cue })}
      />
    </Section>
  )
}
