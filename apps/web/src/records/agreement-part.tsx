import type { ClassPage, Figure } from '@evenkeel/insight/report'
import { Names } from '../look/names.tsx'
import { recordsWords } from '../words/en/records.ts'
import { inWords } from './agreement-words.ts'
import look from './lists.module.css'
import { PairTable } from './pair-table.tsx'
import frame from './records.module.css'

const say = recordsWords.page

/** Figures are said in words; what they rest on always stands beside them. */
export function AgreementPart({ page }: { page: ClassPage }) {
  const { items, total, moments, pairs } = page.report.agreement
  const nameOf = (person: string) => page.names[person] ?? recordsWords.noName
  const none = items.length + moments.length + pairs.length === 0
  return (
    <section className={frame.part}>
      <h2>{say.agreement}</h2>
      <p className={frame.soft}>{say.agreementAbout}</p>
      {none && <p>{say.noAgreement}</p>}
      <dl className={look.said}>
        {items.map(({ item, ...figures }) => (
          <InWords key={item} name={page.titles.items[item] ?? item} {...figures} />
        ))}
        {items.length > 1 && <InWords name={say.allItems} {...total} />}
        {moments.map(({ behaviour, same, ac1 }) => (
          <div key={behaviour}>
            <dt>{page.titles.behaviours[behaviour] ?? behaviour}</dt>
            <dd>
              <span>{inWords(ac1)}</span>
              {same.value !== null && <span className={frame.soft}> {say.sameSeen(same.value)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {pairs.length > 0 && (
        <details>
          <summary className="way">{say.pairs}</summary>
          <p className={frame.soft}>{say.figures.means}</p>
          <dl className={look.said}>
            {pairs.map(({ raters: [a, b], scenes, ...pair }) => (
              <div key={`${a} ${b}`}>
                <dt>
                  <Names of={[nameOf(a), nameOf(b)]} />
                  <span className={frame.soft}> {say.together(scenes)}</span>
                </dt>
                <dd>
                  <PairTable page={page} label={`${nameOf(a)}, ${nameOf(b)}`} pair={pair} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

function InWords({ name, same, alpha }: { name: string; same: Figure; alpha: Figure }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{inWords(alpha)}</span>
        {same.value !== null && <span className={frame.soft}> {say.same(same.value)}</span>}
      </dd>
    </div>
  )
}
