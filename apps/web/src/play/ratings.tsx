import type { Rating, Score } from '@evenkeel/classroom/view'
import { useRubric } from '../language/use-rubric.ts'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import look from './panels/debrief.module.css'
import prose from './prose.module.css'
import type { Stage } from './stage.ts'

const text = playWords.debrief
const scoreText = (score: Score) => (score === 'not-observable' ? text.notObservable : String(score))

/** What others said about me as the officer, and what I gave. */
export function Ratings({ stage: { room, me } }: { stage: Stage }) {
  const aboutMe = room.ratings.filter(({ about, by }) => about === me.person && by !== me.person)
  const mine = room.ratings.filter(({ by }) => by === me.person)
  return (
    <Panel>
      <Stack gap={4}>
        <h2>{text.ratings}</h2>
        {aboutMe.length + mine.length === 0 && <p className={prose.soft}>{text.noRatings}</p>}
        {aboutMe.length > 0 && <h3>{text.aboutMe}</h3>}
        {aboutMe.map(rating => (
          <Given key={rating.by} rating={rating} under title={`${text.fromWhom} ${text.as[rating.as]}`} />
        ))}
        {mine.map(rating => (
          <Given key={rating.by} rating={rating} title={text.mine} />
        ))}
      </Stack>
    </Panel>
  )
}

/** `under`: it stands below a heading of its own. */
function Given({ rating, title, under }: { rating: Rating; title: string; under?: boolean }) {
  const Heading = under ? 'h4' : 'h3'
  const { items, customerItems, language } = useRubric()
  const titleOf = (item: string) =>
    items.find(({ id }) => id === item)?.title ?? customerItems.find(({ id }) => id === item)?.text ?? item
  return (
    <Stack gap={2}>
      <Heading className={prose.label}>{title}</Heading>
      {Object.keys(rating.scores).length === 0 && <p className={prose.soft}>{text.noAnswers}</p>}
      <dl className={look.scores}>
        {Object.entries(rating.scores).map(([item, score]) => (
          <div key={item}>
            <dt lang={language}>{titleOf(item)}</dt>
            <dd>{scoreText(score)}</dd>
          </div>
        ))}
      </dl>
      {rating.sentence !== '' && <p className={look.quote} dir="auto">{`“${rating.sentence}”`}</p>}
    </Stack>
  )
}
