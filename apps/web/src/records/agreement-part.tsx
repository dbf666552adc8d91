import type { ClassPage } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { iccInWords, inWords } from './agreement-words.ts'
import look from './lists.module.css'
import frame from './records.module.css'

const say = recordsWords.page

/** Figures are said in words; what they rest on always stands beside them. */
export function AgreementPart({ page }: { page: ClassPage }) {
  const { items, moments, pairs } = page.report.agreement
  const nameOf = (person: string) => page.names[person] ?? recordsWords.noName
  const none = items.length + moments.length + pairs.length === 0
  return (
    <section className={frame.part}>
      <h2>{say.agreement}</h2>
      <p className={frame.soft}>{say.agreementAbout}</p>
      {none && <p>{say.noAgreement}</p>}
      <dl className={look.said}>
        {items.map(({ item, same, alpha }) => (
          <div key={item}>
            <dt>{page.titles.items[item] ?? item}</dt>
            <dd>
              <span>{inWords(alpha)}</span>
              {same.value !== null && <span className={frame.soft}> {say.same(same.value)}</span>}
            </dd>
          </div>
        ))}
        {moments.map(({ behaviour, ac1 }) => (
          <div key={behaviour}>
            <dt>{page.titles.behaviours[behaviour] ?? behaviour}</dt>
            <dd>{inWords(ac1)}</dd>
          </div>
        ))}
      </dl>
      {pairs.length > 0 && (
        <details>
          <summary className="way">{say.pairs}</summary>
          <dl className={look.said}>
            {pairs.map(({ raters: [a, b], scenes, total, items: kappas }) => (
              <div key={`${a} ${b}`}>
                <dt>
                  <bdi>{say.pair(nameOf(a), nameOf(b), scenes)}</bdi>
                </dt>
                <dd>
                  {kappas.map(({ item, kappa }) => (
                    <span key={item} className={look.sentence}>
                      {`${page.titles.items[item] ?? item}: ${inWords(kappa)}`}
                    </span>
                  ))}
                  <span className={look.sentence}>{`${say.icc}: ${iccInWords(total.icc)}`}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
