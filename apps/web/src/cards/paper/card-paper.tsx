import type { ItemId } from '@evenkeel/playbook/words'
import type { Card } from '@evenkeel/playbook/writing'
import { ClassLanguage } from '../../language/class-language.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { cardAddress } from '../card-tile.tsx'
import { KeySheet } from './instructor-sheets.tsx'
import { ObserverSheet } from './observer-sheet.tsx'
import { PaperPage } from './paper-page.tsx'
import { SeatSheet } from './seat-sheet.tsx'

const say = cardsWords.paper

/** One card, one page for each seat. */
export function CardPaper({
  card,
  hash,
  focus,
  onBack,
}: {
  card: Card
  hash: string
  focus: readonly ItemId[]
  onBack: () => void
}) {
  return (
    <PaperPage
      title={say.oneTitle(card.title)}
      means={say.oneMeans}
      back={{ href: cardAddress(hash), text: say.back }}
      onBack={onBack}
    >
      <ClassLanguage language={card.language}>
        <SeatSheet card={card} seat="customer" />
        <SeatSheet card={card} seat="officer" />
        <ObserverSheet card={card} focus={focus} />
        <KeySheet card={card} />
      </ClassLanguage>
    </PaperPage>
  )
}
