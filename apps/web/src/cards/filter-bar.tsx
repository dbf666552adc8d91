import { pitfallIds, techniqueIds } from '@evenkeel/playbook/words'
import type { Site } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { cardsWords as words } from '../words/en/cards.ts'
import { behaviourWord } from './behaviour-word.ts'
import browse from './browse.module.css'
import { type CardFilter, type FilterPart, without } from './filter-cards.ts'
import { Picker } from './picker.tsx'

const say = words.browse

/** Narrows the list. Only places and languages that there are cards for can be chosen. */
export function FilterBar({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly CardRow[]
  filter: CardFilter
  onFilter: (filter: CardFilter) => void
}) {
  const searchId = useId()
  // A phone shows the search first and the lists when asked; where there is room they are always there.
  const [open, setOpen] = useState(Object.keys(filter).some(part => part !== 'text'))
  const set = <Part extends FilterPart>(part: Part, value: CardFilter[Part] | undefined) =>
    onFilter(value === undefined ? without(filter, part) : { ...filter, [part]: value })
  const sites = [...new Set(rows.map(({ site }) => site))].sort((a, b) =>
    words.sites[a].localeCompare(words.sites[b]),
  )
  const languages = [...new Set(rows.map(({ language }) => language))]
  const withAny = <Value extends string>(options: readonly { value: Value; text: string }[]) => [
    { value: '' as const, text: say.any },
    ...options,
  ]
  return (
    <search className={browse.filters} data-open={open || undefined}>
      <div className={browse.search}>
        <label htmlFor={searchId}>{say.search}</label>
        <input
          id={searchId}
          type="search"
          value={filter.text ?? ''}
          placeholder={say.searchHint}
          maxLength={80}
          onChange={({ target }) => set('text', target.value.trim() === '' ? undefined : target.value)}
        />
      </div>
      <button type="button" className={browse.narrow} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronDown aria-hidden="true" size={18} />
        <span>{say.narrow}</span>
      </button>
      <Picker
        label={say.site}
        value={filter.site ?? ''}
        options={withAny<Site>(sites.map(value => ({ value, text: words.sites[value] })))}
        onChange={value => set('site', value === '' ? undefined : value)}
      />
      <Picker
        label={say.level}
        value={filter.difficulty === undefined ? '' : `${filter.difficulty}`}
        options={withAny(
          ([1, 2, 3] as const).map(n => ({ value: `${n}` as const, text: words.difficulty[n] })),
        )}
        onChange={value => set('difficulty', ({ 1: 1, 2: 2, 3: 3, '': undefined } as const)[value])}
      />
      <Picker
        label={say.language}
        value={filter.language ?? ''}
        options={withAny(languages.map(value => ({ value, text: words.languages[value] })))}
        onChange={value => set('language', value === '' ? undefined : value)}
      />
      <Picker
        label={say.technique}
        value={filter.behaviour ?? ''}
        options={withAny(
          [...techniqueIds, ...pitfallIds].map(value => ({
            value,
            text: behaviourWord(value),
            group: techniqueIds.some(id => id === value) ? say.helps : say.hurts,
          })),
        )}
        onChange={value => set('behaviour', value === '' ? undefined : value)}
      />
      <Picker
        label={say.origin}
        value={filter.origin ?? ''}
        options={withAny([
          { value: 'own' as const, text: say.originOwn },
          { value: 'playbook' as const, text: say.originPlaybook },
        ])}
        onChange={value => set('origin', value === '' ? undefined : value)}
      />
    </search>
  )
}
