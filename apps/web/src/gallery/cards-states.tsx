// long because: every state of every panel under /cards/ in one list
import { rubric } from '@evenkeel/playbook/words'
import type { Card } from '@evenkeel/playbook/writing'
import { type ReactNode, useState } from 'react'
import { BrowsePanel, type BrowseProps } from '../cards/browse-panel.tsx'
import { blankCard, copyOf, draftOf } from '../cards/edit/draft-card.ts'
import { EditPanel, type EditProps } from '../cards/edit/edit-panel.tsx'
import { ImportPanel, type ImportState } from '../cards/import-panel.tsx'
import {
  arabicCard,
  fullCard,
  htmlCard,
  longCard,
  madeUpCard,
  manyRows,
  rowOf,
} from '../cards/made-up-cards.ts'
import { CardPaper } from '../cards/paper/card-paper.tsx'
import { ChoosePaper } from '../cards/paper/choose-paper.tsx'
import type { PaperChoice } from '../cards/paper/class-on-paper.ts'
import { ClassPaper } from '../cards/paper/class-paper.tsx'
import { ReadPanel } from '../cards/read-panel.tsx'
import { type Reading, readings } from '../cards/read-tabs.tsx'
import type { Shown } from './shown.ts'

const nothing = () => {}
const at = 1_800_000_000_000

const browse = (state: string, change: Partial<BrowseProps>): Shown => ({
  panel: 'cards-browse',
  state,
  make: () => <Browse {...change} />,
})

/** Filters and choices work, so that they can be tried. */
function Browse(change: Partial<BrowseProps>) {
  const [filter, setFilter] = useState(change.filter ?? {})
  const [chosen, setChosen] = useState(change.chosen ?? [])
  return (
    <BrowsePanel
      rows={manyRows(12)}
      drafts={[]}
      onOpen={nothing}
      onPaper={nothing}
      onWrite={nothing}
      onImport={nothing}
      onContinue={nothing}
      onThrowAway={nothing}
      {...change}
      filter={filter}
      chosen={chosen}
      onFilter={setFilter}
      onChoose={setChosen}
    />
  )
}

const texts: Readonly<Record<string, Card>> = {
  usual: madeUpCard,
  'long words': longCard,
  'right to left': arabicCard,
  'html in text': htmlCard,
  full: fullCard,
}

function Read({ card, own, first }: { card: Card; own: boolean; first: Reading }): ReactNode {
  const [reading, setReading] = useState(first)
  const provenance = { savedBy: 'Ines', savedAt: '2026-11-20T10:20:00.000Z', importedFrom: 'cards.yaml' }
  return (
    <ReadPanel
      row={rowOf(card, own ? { origin: 'own', version: 4, provenance } : {})}
      card={card}
      reading={reading}
      wrong={undefined}
      done={own ? 'Saved. Running classes keep the text that they have.' : undefined}
      onReading={setReading}
      onBack={nothing}
      onCopy={nothing}
      onEdit={nothing}
      onPrint={nothing}
      onDelete={nothing}
    />
  )
}

const read: readonly Shown[] = Object.entries(texts).flatMap(([state, card]) =>
  readings.map(first => ({
    panel: 'cards-read',
    state: `${state}, ${first}`,
    make: () => <Read card={card} own={state === 'long words'} first={first} />,
  })),
)

const focus = rubric.items.slice(0, 3).map(({ id }) => id)
const choice: PaperChoice = { groups: 4, size: 3, cards: ['a', 'b', 'c'], focus }

const paper: readonly Shown[] = [
  ...Object.entries(texts).map(([state, card]) => ({
    panel: 'cards-paper',
    state,
    make: () => <CardPaper card={card} hash="h" focus={focus} onBack={nothing} />,
  })),
  {
    panel: 'cards-paper',
    state: 'all ten items',
    make: () => (
      <CardPaper card={madeUpCard} hash="h" focus={rubric.items.map(({ id }) => id)} onBack={nothing} />
    ),
  },
  {
    panel: 'cards-paper',
    state: 'a class of triads',
    make: () => (
      <ClassPaper choice={choice} cards={{ a: madeUpCard, b: longCard, c: arabicCard }} onBack={nothing} />
    ),
  },
  {
    panel: 'cards-paper',
    state: 'sixty pairs',
    make: () => (
      <ClassPaper
        choice={{ ...choice, groups: 60, size: 2 }}
        cards={{ a: madeUpCard, b: fullCard, c: htmlCard }}
        onBack={nothing}
      />
    ),
  },
]

function Choose({ first, count }: { first: PaperChoice; count: number }) {
  const [now, setNow] = useState(first)
  return (
    <ChoosePaper
      rows={manyRows(count)}
      choice={now}
      busy={false}
      wrong={undefined}
      onChoice={setNow}
      onMake={nothing}
      onBack={nothing}
    />
  )
}

const choosing: readonly Shown[] = [
  {
    panel: 'cards-choose',
    state: 'nothing',
    make: () => <Choose first={{ ...choice, cards: [] }} count={6} />,
  },
  {
    panel: 'cards-choose',
    state: 'too few, thirty cards',
    make: () => <Choose first={{ ...choice, cards: ['h0'] }} count={30} />,
  },
]

const edit = (state: string, change: Partial<EditProps>): Shown => ({
  panel: 'cards-edit',
  state,
  make: () => <Edit {...change} />,
})

function Edit(change: Partial<EditProps>) {
  const [card, setCard] = useState(change.card ?? copyOf(madeUpCard, 'The tenth bag (copy)'))
  return (
    <EditPanel
      how="copy"
      copiedFrom={madeUpCard.title}
      check={{ problems: [], notices: [] }}
      keptAt={at}
      restoredAt={undefined}
      busy={false}
      wrong={undefined}
      changed={undefined}
      onSave={nothing}
      onRestart={nothing}
      onBack={nothing}
      {...change}
      card={card}
      onChange={setCard}
    />
  )
}

const problems = [
  { field: 'title', say: 'The card has no title.' },
  { field: 'customer.triggers.1.say', say: 'The second trigger has no line to say.' },
  { field: 'officer.cue', say: 'The officer has no cue card.' },
]
const notices = [
  {
    field: 'customer',
    say: 'The customer has 170 words to read before the scene, and at most 150 can be read in time.',
  },
  {
    field: 'officer.postOrders.0',
    say: 'The officer can read "in front of", which only the customer may know.',
  },
]
const gap = draftOf({ ...madeUpCard, title: '' })
const theirs = { theirs: 'h9', by: 'Bartholomew Featherstonehaugh', onMine: nothing, onCopy: nothing }

const editing: readonly Shown[] = [
  edit('complete', {}),
  edit('new, nothing written', {
    how: 'new',
    card: blankCard,
    copiedFrom: undefined,
    check: { problems, notices: [] },
  }),
  edit('mistakes', { card: gap, check: { problems, notices: [] }, wrong: 'This card cannot be saved yet.' }),
  edit('worth a look', { card: draftOf(fullCard), check: { problems: [], notices } }),
  edit('draft is back, offline', { restoredAt: at, check: 'offline' }),
  edit('changed by somebody', { how: 'edit', copiedFrom: undefined, changed: theirs }),
  edit('deleted by somebody', {
    how: 'edit',
    copiedFrom: undefined,
    changed: { ...theirs, theirs: undefined },
  }),
  edit('saving', { busy: true, keptAt: null }),
  edit('right to left', { card: draftOf(arabicCard) }),
  edit('html in text', { card: draftOf(htmlCard), copiedFrom: '<b>The tenth bag</b>' }),
]

const existing = [
  { id: 'tenth-bag', title: 'The tenth bag', file: 'museum.yaml', origin: 'own' as const },
  { id: 'yellow-clamp', title: 'The yellow clamp', file: 'all-of-ours.yaml', origin: 'own' as const },
]
const imports: Readonly<Record<string, ImportState>> = {
  choosing: { kind: 'choosing' },
  failed: { kind: 'failed', say: 'No connection to the class. Check the Wi-Fi and try again.' },
  problems: {
    kind: 'problems',
    problems: [
      {
        file: 'museum.yaml',
        line: 14,
        field: 'customer.triggers.1.say',
        say: 'The second trigger has no line to say.',
      },
      { file: 'museum.yaml', line: 2, say: 'has a second colon: put quotation marks around the sentence' },
      { file: '<b>evil</b>.yaml', say: 'is not a card file' },
    ],
  },
  existing: { kind: 'existing', existing },
  'existing, shipped': {
    kind: 'existing',
    existing: existing.map(each => ({ ...each, origin: 'playbook' as const })),
  },
  imported: { kind: 'imported', answer: { saved: [...manyRows(3)], skipped: ['tenth-bag'] } },
}

const importing: readonly Shown[] = Object.entries(imports).map(([state, value]) => ({
  panel: 'cards-import',
  state,
  make: () => (
    <ImportPanel state={value} busy={false} onImport={nothing} onAgain={nothing} onBack={nothing} />
  ),
}))

export const cardsStates: readonly Shown[] = [
  browse('usual', {}),
  browse('empty', { rows: [] }),
  browse('crowded, some chosen', { rows: manyRows(60), chosen: ['h1', 'h3'] }),
  browse('nothing fits', { filter: { site: 'vet', difficulty: 1, text: 'bag' } }),
  browse('drafts left', {
    drafts: [
      { key: 'new:', title: '', at },
      { key: 'edit:h3', title: 'Six hours on the road', at: at - 86_400_000 },
    ],
  }),
  ...read,
  ...paper,
  ...choosing,
  ...editing,
  ...importing,
]
