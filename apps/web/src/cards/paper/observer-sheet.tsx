import { type ItemId, wordingFor } from '@evenkeel/playbook/words'
import { type Card, rubricIn } from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import look from './paper.module.css'
import { Block, Listed, type PaperPlace, Rules, Sheet } from './sheet.tsx'

const say = cardsWords.paper
const fields = cardsWords.edit.fields

/** Both sides in short, strokes for helped and hurt, and the items of the focus with their anchors. */
export function ObserverSheet({
  card,
  focus,
  place,
}: {
  card: Card
  focus: readonly ItemId[]
  place?: PaperPlace | undefined
}) {
  // The anchors and the names of behaviours are quoted in the scene's own language, which may be longer than English.
  const rubric = rubricIn(card.language)
  const named = (mark: 'helped' | 'hurt') =>
    rubric.moments.filter(moment => moment.mark === mark).map(({ title }) => title)
  return (
    <Sheet seat="observer" title={card.title} place={place} tight={card.language !== 'en'}>
      <p className={look.note}>{say.observeBefore}</p>
      <div className={look.halves}>
        <Block title={say.theirSide(say.customer.toLowerCase())}>
          <p>
            <strong>{`${say.demand}: `}</strong>
            <bdi>{card.customer.demand}</bdi>
          </p>
          <p>
            <strong>{`${say.need}: `}</strong>
            <bdi>{card.customer.need}</bdi>
          </p>
          <p>
            <strong>{`${fields.calmers}:`}</strong>
          </p>
          <Listed all={card.customer.calmers.map(({ when }) => when)} />
        </Block>
        <Block title={say.theirSide(say.officer.toLowerCase())}>
          <p>
            <strong>{`${fields.handledWell}: `}</strong>
            <bdi>{card.officer.handledWell}</bdi>
          </p>
          <p>
            <strong>{`${fields.limits}:`}</strong>
          </p>
          <Listed all={card.officer.limits} />
          <p>
            <strong>{`${fields.triggers}:`}</strong>
          </p>
          <Listed all={card.customer.triggers.map(({ when }) => when)} />
        </Block>
      </div>
      <div className={look.halves}>
        <Tally mark="helped" title={say.helped} all={named('helped')} />
        <Tally mark="hurt" title={say.hurt} all={named('hurt')} />
      </div>
      <Block title={say.lookFor}>
        <div className={look.items}>
          {rubric.items
            .filter(({ id }) => focus.includes(id))
            .map(item => {
              const { question, anchors } = wordingFor(item, 'spoken')
              return (
                <section key={item.id} className={look.item}>
                  <h4>{item.title}</h4>
                  <p>{question}</p>
                  <dl>
                    {([1, 3, 5] as const).map(level => (
                      <div key={level}>
                        <dt>{level}</dt>
                        <dd>{anchors[level]}</dd>
                      </div>
                    ))}
                  </dl>
                  <p className={look.score}>
                    <span>{say.score}</span>
                    {[1, 2, 3, 4, 5].map(level => (
                      <b key={level}>{level}</b>
                    ))}
                    <span>{say.notSeen}</span>
                    <b className={look.tickBox} />
                  </p>
                </section>
              )
            })}
        </div>
      </Block>
      <Block title={say.said}>
        <Rules />
      </Block>
    </Sheet>
  )
}

function Tally({ mark, title, all }: { mark: 'helped' | 'hurt'; title: string; all: readonly string[] }) {
  return (
    <section className={look.tally} data-mark={mark}>
      <h3>{title}</h3>
      <p className={look.hint}>{say.tally}</p>
      <div className={look.strokes} />
      <p className={look.hint}>{say.named}</p>
      <ul>
        {all.map(each => (
          <li key={each}>
            <span>{each}</span>
            <b className={look.tickBox} />
          </li>
        ))}
      </ul>
    </section>
  )
}
