import type { Card } from '@evenkeel/playbook/writing'
import { cardsWords } from '../../words/en/cards.ts'
import type { PaperScene } from './class-on-paper.ts'
import look from './paper.module.css'
import { Answers } from './seat-sheet.tsx'
import { Block, Listed, Sheet } from './sheet.tsx'

const say = cardsWords.paper
const read = cardsWords.read

/** The steps of a round and who plays what in each. */
export function PlanSheet({
  scenes,
  titleOf,
}: {
  scenes: readonly PaperScene[]
  titleOf: (card: string) => string
}) {
  const rounds = [...new Set(scenes.map(({ round }) => round))]
  const groups = [...new Set(scenes.map(({ group }) => group))]
  return (
    <Sheet seat="instructor" title={say.planTitle}>
      <p className={look.note}>{say.planMeans(rounds.length)}</p>
      <Block title={say.stepsTitle}>
        <table className={look.table}>
          <tbody>
            {say.steps.map(([name, time, means]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={look.tight}>{time}</td>
                <td>{means}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{say.anyoneStops}</p>
      </Block>
      <section className={look.long}>
        <h3>{say.who}</h3>
        <table className={look.table}>
          <thead>
            <tr>
              <td />
              {rounds.map(round => (
                <th key={round} scope="col">
                  {say.round(round)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(group => (
              <tr key={group}>
                <th scope="row">{say.group(group)}</th>
                {scenes
                  .filter(scene => scene.group === group)
                  .map(scene => (
                    <td key={scene.round}>
                      <strong>
                        <bdi>{titleOf(scene.card)}</bdi>
                      </strong>
                      <p>{whoPlays(scene)}</p>
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  )
}

const whoPlays = ({ customer, officer, observer }: PaperScene): string =>
  [
    `${customer} ${say.plays(say.customer.toLowerCase())}`,
    `${officer} ${say.plays(say.officer.toLowerCase())}`,
    ...(observer === null ? [] : [`${observer} ${say.watches}`]),
  ].join(', ')

/** All of a card that the instructor needs in the hand: the need, the answers, the twists, the debrief. */
export function KeySheet({ card }: { card: Card }) {
  return (
    <Sheet seat="instructor" title={`${say.key}: ${card.title}`}>
      <div className={look.key}>
        <Block title={say.demand}>
          <p>
            <bdi>{card.customer.demand}</bdi>
          </p>
        </Block>
        <Block title={say.need}>
          <p>
            <bdi>{card.customer.need}</bdi>
          </p>
        </Block>
        <Block title={cardsWords.edit.fields.triggers}>
          <Listed all={card.customer.triggers.map(({ when, say: line }) => `${when} "${line}"`)} />
        </Block>
        <Block title={cardsWords.edit.fields.calmers}>
          <Listed all={card.customer.calmers.map(({ when, soften }) => `${when} ${soften}`)} />
        </Block>
        <Block title={cardsWords.edit.fields.limits}>
          <Listed all={card.officer.limits} />
        </Block>
        <Block title={cardsWords.edit.fields.handledWell}>
          <p>
            <bdi>{card.officer.handledWell}</bdi>
          </p>
        </Block>
        <Block title={say.answers}>
          <Answers card={card} />
        </Block>
        <Block title={read.twists}>
          <Listed all={card.twists.map(({ to, text }) => `${read.toSeat[to]}: ${text}`)} />
        </Block>
        <Block title={say.endings}>
          <Listed all={card.customer.endings} />
        </Block>
        <Block title={read.questions}>
          <Listed all={card.debrief.questions} />
        </Block>
        <Block title={read.strongOfficer}>
          <p>
            <bdi>{card.debrief.strongOfficer}</bdi>
          </p>
        </Block>
        <Block title={read.stepOut}>
          <p>
            <bdi>{card.stepOut}</bdi>
          </p>
        </Block>
      </div>
    </Sheet>
  )
}
