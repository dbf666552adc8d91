import {
  type BriefSeat,
  briefText,
  countWords,
  readingGrade,
  readingLimits,
} from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import { cardOf, type DraftCard } from './draft-card.ts'
import look from './edit.module.css'

const say = cardsWords.edit

/**
 * How much a seat has to read, while it is written. The grade is counted here for English only: other languages have
 * formulas of their own, and the server's notice speaks for them.
 */
export function ReadingLoad({ card, seat }: { card: DraftCard; seat: BriefSeat }) {
  const text = briefText(cardOf(card), seat)
  const count = countWords(text)
  const { briefWords, grade: limit } = readingLimits
  const grade = readingGrade(text)
  const graded = card.language === 'en' && count >= 20
  const over = count - briefWords
  return (
    <div className={look.load}>
      <span className={look.count} data-over={over > 0 || undefined}>
        {`${say.brief}: ${say.words(count, briefWords)}${over > 0 ? `: ${say.tooMany(over)}` : ''}`}
      </span>
      {graded && (
        <span className={look.count} data-over={grade > limit || undefined}>
          {grade > limit ? say.gradeHigh(grade.toFixed(1)) : say.grade(Math.max(0, grade).toFixed(1))}
        </span>
      )}
    </div>
  )
}
