import type { WireShapes } from '@evenkeel/classroom/view'
import { useRubric } from '../language/use-rubric.ts'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './plan-options.module.css'

type Focus = NonNullable<WireShapes['PlanRound']['focus']>

interface FocusProps {
  chosen: Focus
  onChange: (chosen: Focus) => void
}

/** What everybody looks at and rates in the round; with none chosen the class's own order goes on. */
export function FocusChoice({ chosen, onChange }: FocusProps) {
  const say = words.console.plan
  const rubric = useRubric()
  return (
    <fieldset className={own.option}>
      <legend className={look.small}>{say.focus}</legend>
      <p className={look.soft}>{say.focusMeans}</p>
      <div className={own.boxes}>
        {rubric.items.map(({ id, title }) => (
          <label key={id} className={look.check}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={event =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter(known => known !== id))
              }
            />
            <span lang={rubric.language}>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
