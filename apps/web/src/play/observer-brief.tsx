import { useRubric } from '../language/use-rubric.ts'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import { CustomerBrief, OfficerSide } from './brief.tsx'
import prose from './prose.module.css'
import type { Stage } from './stage.ts'

const text = playWords.briefing

/** What the observer looks for, and both sides to unfold. */
export function ObserverBrief({ stage: { room } }: { stage: Stage }) {
  const { card, customer, officer, asked } = room
  const rubric = useRubric()
  const focus = rubric.items.filter(({ id }) => asked.includes(id))
  return (
    <>
      <Panel>
        <Stack gap={3}>
          <h2>{text.focus}</h2>
          <ul className={prose.list}>
            {focus.map(item => (
              <li key={item.id} lang={rubric.language}>
                <strong>{item.title}</strong>
                <p className={prose.soft}>{item.question}</p>
              </li>
            ))}
          </ul>
        </Stack>
      </Panel>
      {customer !== null && (
        <details className={prose.details}>
          <summary>{text.customerSide}</summary>
          <CustomerBrief brief={customer} glossary={card.glossary} />
        </details>
      )}
      {officer !== null && (
        <details className={prose.details}>
          <summary>{text.officerSide}</summary>
          <OfficerSide brief={officer} glossary={card.glossary} />
        </details>
      )}
    </>
  )
}
