import type { ClassHead, RoomView } from '@evenkeel/classroom/view'
import { scaleMax, wordingFor } from '@evenkeel/playbook/words'
import { useRubric } from '../language/use-rubric.ts'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import { type Given, givenOf, itemsShown } from './answer-of.ts'
import page from './debrief.module.css'
import fold from './fold.module.css'
import { PersonName, roleOf } from './person-name.tsx'
import look from './ratings.module.css'
import type { NameOf } from './shown-scene.ts'

const told = words.debrief.ratings
const scale = Array.from({ length: scaleMax }, (_, index) => index + 1)

interface RatingsProps {
  ratings: RoomView['ratings']
  asked: RoomView['asked']
  medium: ClassHead['medium']
  me: string | null
  nameOf: NameOf
  instructor: boolean
}

/** Items by raters, each with its anchors, so that a difference can be talked about with words that were heard. */
export function Ratings({ ratings, asked, medium, me, nameOf, instructor }: RatingsProps) {
  const rubric = useRubric()
  const lang = rubric.language
  if (ratings.length === 0) return <p className={page.soft}>{instructor ? told.noneForYou : told.none}</p>
  const officers = ratings.filter(rating => rating.as !== 'customer')
  const customers = ratings.filter(rating => rating.as === 'customer')
  const sentences = ratings.filter(rating => rating.sentence !== '')
  const shown = itemsShown(
    rubric.items.map(item => item.id),
    officers,
    asked,
  )
  const raters = { me, asked, nameOf }
  return (
    <div className={look.ratings}>
      <p className={page.soft}>{told.scale}</p>
      {officers.length > 0 && (
        <section>
          <h3>{told.officer}</h3>
          <ul className={look.items}>
            {rubric.items
              .filter(item => shown.includes(item.id))
              .map(item => {
                const { question, anchors, note } = wordingFor(item, medium)
                return (
                  <li key={item.id} className={look.item}>
                    <h4 lang={lang}>{item.title}</h4>
                    <p className={page.soft} lang={lang}>
                      {question}
                    </p>
                    <Raters item={item.id} ratings={officers} {...raters} />
                    <details className={fold.anchors}>
                      <summary>{told.anchors}</summary>
                      <ol lang={lang}>
                        {([1, 3, 5] as const).map(at => (
                          <li key={at}>
                            <strong>{at}</strong>
                            <span>{anchors[at]}</span>
                          </li>
                        ))}
                      </ol>
                      {note !== undefined && <p lang={lang}>{note}</p>}
                    </details>
                  </li>
                )
              })}
          </ul>
        </section>
      )}
      {customers.length > 0 && (
        <section>
          <h3>{told.customer}</h3>
          <ul className={look.items}>
            {rubric.customerItems.map(item => (
              <li key={item.id} className={look.item}>
                <h4 lang={lang}>{item.text}</h4>
                <Raters item={item.id} ratings={customers} {...raters} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {sentences.length > 0 && (
        <section>
          <h3>{told.sentences}</h3>
          <ul className={look.items}>
            {sentences.map(({ by, as, sentence }) => (
              <li key={`${by} ${as}`} className={look.item}>
                <p className={look.rater}>
                  <RoleBadge role={roleOf[as]} />
                  <PersonName person={by} nameOf={nameOf} me={me} />
                </p>
                <q>
                  <bdi>{sentence}</bdi>
                </q>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface RatersProps extends Pick<RatingsProps, 'ratings' | 'asked' | 'me' | 'nameOf'> {
  item: string
}

function Raters({ item, ratings, asked, me, nameOf }: RatersProps) {
  return (
    <dl className={look.raters}>
      {ratings.map(rating => (
        <div key={`${rating.by} ${rating.as}`} className={look.raterRow} data-role={roleOf[rating.as]}>
          <dt>
            <strong className={look.who}>{told.as[rating.as]}</strong>{' '}
            <PersonName person={rating.by} nameOf={nameOf} me={me} />
          </dt>
          <dd>
            <Score given={givenOf(rating, item, { me, asked })} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const says = {
  'not-observable': told.notObservable,
  'not-answered': told.notAnswered,
  'not-asked': told.notAsked,
  'no-score': told.noScore,
} as const

/** A number stands on its scale; what is no number has no scale, so that the two are never read as one. */
function Score({ given }: { given: Given }) {
  if (typeof given === 'string') {
    return (
      <span className={look.noScore} data-given={given}>
        {says[given]}
      </span>
    )
  }
  return (
    <span className={look.score}>
      <span className={look.scale} aria-hidden="true">
        {scale.map(step => (
          <span key={step} data-on={step <= given || undefined} />
        ))}
      </span>
      <strong>{told.outOf(given)}</strong>
    </span>
  )
}
