import { type Card, countWords } from '@evenkeel/playbook/writing'
import { CueCard, CustomerBrief, OfficerSide, SharedBrief } from '../../play/brief.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { keyed } from '../keyed.ts'
import look from './paper.module.css'
import { Block, type PaperPlace, Sheet } from './sheet.tsx'

const say = cardsWords.paper
const bands = ['settled', 'upset', 'furious'] as const

/** With more words than this a seat's sheet is set smaller, so that it stays one page of Letter. */
const muchOnSheet = 460

/** All words that a seat's sheet prints of a card. */
const wordsOn = (card: Card, seat: 'customer' | 'officer'): number =>
  countWords(textIn([card.shared, card[seat], card.glossary]))

const textIn = (part: unknown): string =>
  typeof part === 'object' && part !== null ? Object.values(part).map(textIn).join('\n') : `${part}`

/** A seat's brief and, below the line to cut, its cue card. Hard words stand at the end: paper can't be tapped. */
export function SeatSheet({
  card,
  seat,
  place,
}: {
  card: Card
  seat: 'customer' | 'officer'
  place?: PaperPlace | undefined
}) {
  return (
    <Sheet seat={seat} title={card.title} place={place} tight={wordsOn(card, seat) > muchOnSheet}>
      <p className={look.note}>
        <strong>{say.readFirst}</strong> <span>{`${say.upsets}: `}</span>
        <bdi lang={card.language}>{card.contentNote}</bdi> <span>{say.anotherCard}</span>
      </p>
      <div className={look.known}>
        <SharedBrief card={{ ...card, glossary: [] }} />
      </div>
      <div className={look.columns}>
        {seat === 'customer' ? (
          <CustomerBrief brief={card.customer} glossary={[]} />
        ) : (
          <OfficerSide brief={card.officer} glossary={[]} />
        )}
      </div>
      {seat === 'customer' && (
        <Block title={say.stuckTitle}>
          <dl className={look.stuck}>
            {bands.map(band => (
              <div key={band}>
                <dt>{cardsWords.read.bands[band]}</dt>
                <dd>
                  <bdi lang={card.language}>{card.customer.stuck[band]}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {card.glossary.length > 0 && (
        <Block title={cardsWords.read.glossary}>
          <p>
            {keyed(card.glossary).map(({ key, each: { word, meaning } }) => (
              <span key={key}>
                <strong>
                  <bdi lang={card.language}>{word}</bdi>
                </strong>{' '}
                <bdi lang={card.language}>{meaning}</bdi>
                {'. '}
              </span>
            ))}
          </p>
        </Block>
      )}
      <div className={look.end}>
        <p className={look.cut}>
          <span>{say.cut}</span>
        </p>
        <CueCard cue={card[seat].cue} />
        {seat === 'officer' && (
          <>
            <p className={look.cut}>
              <span>{say.fold}</span>
            </p>
            <Answers card={card} />
          </>
        )}
      </div>
    </Sheet>
  )
}

export function Answers({ card }: { card: Card }) {
  return (
    <dl className={look.answers}>
      {keyed(card.officer.calls).map(({ key, each: { who, answer } }) => (
        <div key={key}>
          <dt>
            <span>{`${say.youCall}: `}</span>
            <bdi lang={card.language}>{who}</bdi>
          </dt>
          <dd>
            <bdi lang={card.language}>{answer}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
