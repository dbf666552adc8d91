import type { ClassPage, Finding } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import look from './lists.module.css'
import frame from './records.module.css'
import { SceneLinks } from './scene-links.tsx'

const say = recordsWords.page

export function TeachNextPart({ page }: { page: ClassPage }) {
  const { teachNext, keptPrivate } = page.report
  return (
    <section className={frame.part}>
      <h2>{say.next}</h2>
      {teachNext.length === 0 && <p>{say.nothingStood}</p>}
      <ul className={look.findings}>
        {teachNext.map(finding => (
          <li key={finding.kind}>
            <p>{sentenceOf(finding, page)}</p>
            {'where' in finding && (
              <SceneLinks classId={page.class.class} where={finding.where} scenes={page.scenes} />
            )}
          </li>
        ))}
      </ul>
      {keptPrivate > 0 && <p className={frame.soft}>{say.keptPrivate(keptPrivate)}</p>}
    </section>
  )
}

const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(words)

/** What a finding says, in the words of the class's own rubric. */
export function sentenceOf(finding: Finding, { titles, names }: Pick<ClassPage, 'titles' | 'names'>): string {
  const item = (id: string) => titles.items[id] ?? id
  const behaviour = (id: string) => titles.behaviours[id] ?? id
  const said = say.finding
  switch (finding.kind) {
    case 'weakest-item':
      return said['weakest-item'](item(finding.item), finding.mean, finding.n)
    case 'pitfall':
      return said.pitfall(behaviour(finding.behaviour), finding.scenes, finding.of)
    case 'never-seen':
      return said['never-seen'](list(finding.behaviours.map(id => `"${behaviour(id)}"`)), finding.of)
    case 'better':
    case 'worse':
      return said[finding.kind](item(finding.item), finding.from, finding.to, finding.n)
    case 'ended-hotter':
      return said['ended-hotter'](finding.scenes, finding.of)
    case 'never-officer':
      return said['never-officer'](list(finding.people.map(id => names[id] ?? recordsWords.noName)))
  }
}
