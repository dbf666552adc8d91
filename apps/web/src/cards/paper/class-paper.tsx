import type { Card } from '@evenkeel/playbook/writing'
import { ClassLanguage } from '../../language/class-language.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { classOnPaper, type PaperChoice, sheetCount } from './class-on-paper.ts'
import { KeySheet, PlanSheet } from './instructor-sheets.tsx'
import { ObserverSheet } from './observer-sheet.tsx'
import { PaperPage } from './paper-page.tsx'
import { SeatSheet } from './seat-sheet.tsx'

const say = cardsWords.paper

/** A whole class: the instructor's pages, then what is handed out, round by round and group by group. */
export function ClassPaper({
  choice,
  cards,
  onBack,
}: {
  choice: PaperChoice
  /** By hash. A card that could not be fetched has no sheets. */
  cards: Readonly<Record<string, Card>>
  onBack: () => void
}) {
  const { scenes } = classOnPaper(choice)
  const used = [...new Set(scenes.map(({ card }) => card))]
  return (
    <PaperPage
      title={say.title}
      means={say.pages(sheetCount(choice))}
      back={{ href: '/cards/', text: say.change }}
      onBack={onBack}
    >
      <PlanSheet scenes={scenes} titleOf={hash => cards[hash]?.title ?? ''} />
      {used.map(hash => {
        const card = cards[hash]
        return (
          card && (
            <ClassLanguage key={hash} language={card.language}>
              <KeySheet card={card} />
            </ClassLanguage>
          )
        )
      })}
      {scenes.map(({ round, group, card: hash, customer, officer, observer }) => {
        const card = cards[hash]
        if (card === undefined) return null
        const at = { round, group }
        return (
          <ClassLanguage key={`${round} ${group}`} language={card.language}>
            <SeatSheet card={card} seat="customer" place={{ ...at, person: customer }} />
            <SeatSheet card={card} seat="officer" place={{ ...at, person: officer }} />
            {observer !== null && (
              <ObserverSheet card={card} focus={choice.focus} place={{ ...at, person: observer }} />
            )}
          </ClassLanguage>
        )
      })}
    </PaperPage>
  )
}
