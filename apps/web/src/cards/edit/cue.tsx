import { cardsWords } from '../../words/en/cards.ts'
import { Picker, type PickerOption } from '../picker.tsx'
import { fieldId } from './checked.tsx'
import { Group } from './section.tsx'
import { TextField } from './text-field.tsx'

const text = cardsWords.edit.fields

interface Written<Behaviour extends string> {
  behaviour: Behaviour
  when: string
  /** What the customer says or does then. */
  answer: string
}

interface CueProps<Behaviour extends string> {
  /** Of the card, such as `customer.triggers.0`. */
  field: string
  title: string
  behaviours: readonly PickerOption<Behaviour>[]
  cue: Written<Behaviour>
  /** What the card calls its `answer`. */
  answer: { field: 'say' | 'soften'; label: string }
  onChange: (cue: Written<Behaviour>) => void
}

/** A trigger or a calmer: what the officer does, how one knows it, and what the customer does then. */
export function Cue<Behaviour extends string>({
  field,
  title,
  behaviours,
  cue,
  answer,
  onChange,
}: CueProps<Behaviour>) {
  return (
    <Group title={title}>
      <Picker
        id={fieldId(`${field}.behaviour`)}
        label={text.behaviour}
        value={cue.behaviour}
        options={behaviours}
        onChange={behaviour => onChange({ ...cue, behaviour })}
      />
      <TextField
        field={`${field}.when`}
        label={text.triggerWhen}
        value={cue.when}
        onChange={when => onChange({ ...cue, when })}
      />
      <TextField
        field={`${field}.${answer.field}`}
        label={answer.label}
        value={cue.answer}
        onChange={words => onChange({ ...cue, answer: words })}
      />
    </Group>
  )
}
