import type { Site } from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import { Picker } from '../picker.tsx'
import { fieldId, Said, useCheckedField } from './checked.tsx'
import look from './edit.module.css'
import type { PartProps } from './edit-form.tsx'
import { Section } from './section.tsx'
import { TextField } from './text-field.tsx'

const say = cardsWords.edit
const text = say.fields

const inOrder = (a: { text: string }, b: { text: string }) => a.text.localeCompare(b.text)
const entries = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.keys(words) as Key[]).map(value => ({ value, text: words[value] }))
const siteOptions = entries<Site>(cardsWords.sites).sort(inOrder)
const languageOptions = entries(cardsWords.languages)
const levelOptions = ([1, 2, 3] as const).map(n => ({
  value: `${n}` as const,
  text: cardsWords.difficulty[n],
}))
const levelOf = { 1: 1, 2: 2, 3: 3 } as const
const minuteOptions = Array.from({ length: 19 }, (_, index) => `${index + 2}`).map(value => ({
  value,
  text: value,
}))

/** What the card is called and where it belongs. */
export function AboutPart({ card, onChange }: PartProps) {
  return (
    <Section field="about" title={say.about}>
      <TextField
        field="title"
        label={text.title}
        hint={text.titleHint}
        max={80}
        value={card.title}
        onChange={title => onChange({ ...card, title })}
      />
      <div className={look.pickers}>
        <Picker
          id={fieldId('site')}
          label={text.site}
          value={card.site}
          options={siteOptions}
          onChange={site => onChange({ ...card, site })}
        />
        <Picker
          id={fieldId('difficulty')}
          label={text.difficulty}
          value={`${card.difficulty}` as const}
          options={levelOptions}
          onChange={level => onChange({ ...card, difficulty: levelOf[level] })}
        />
        <Picker
          id={fieldId('minutes')}
          label={text.minutes}
          value={`${card.minutes}`}
          options={minuteOptions}
          onChange={minutes => onChange({ ...card, minutes: Number(minutes) })}
        />
        <Picker
          id={fieldId('language')}
          label={text.language}
          value={card.language}
          options={languageOptions}
          onChange={language => onChange({ ...card, language })}
        />
      </div>
      <TextField
        field="contentNote"
        label={text.contentNote}
        hint={text.contentNoteHint}
        value={card.contentNote}
        onChange={contentNote => onChange({ ...card, contentNote })}
      />
      <TagsField tags={card.tags} onChange={tags => onChange({ ...card, tags })} />
    </Section>
  )
}

/** Written as one line; what stands between commas is a tag, brought into its form when the field is left. */
function TagsField({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const { wrong, notice, touch } = useCheckedField('tags', true)
  const id = fieldId('tags')
  return (
    <div className={look.field}>
      <label htmlFor={id}>{text.tags}</label>
      <p id={`${id}-hint`} className={look.hint}>
        {text.tagsHint}
      </p>
      <input
        id={id}
        className={look.box}
        value={tags.join(',')}
        maxLength={260}
        autoCapitalize="none"
        aria-describedby={`${id}-hint ${id}-said`}
        aria-invalid={wrong === undefined ? undefined : true}
        onChange={({ target }) => onChange(target.value === '' ? [] : target.value.split(','))}
        onBlur={() => {
          touch()
          onChange(tags.map(tagOf).filter(tag => tag !== ''))
        }}
      />
      <Said id={`${id}-said`} wrong={wrong} notice={notice} />
    </div>
  )
}

const tagOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
