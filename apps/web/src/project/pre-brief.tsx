import type { ClassHead } from '@evenkeel/classroom/view'
import { Eye, Hand, MonitorOff, Sprout } from 'lucide-react'
import { words } from '../words/en.ts'
import look from './project.module.css'

const told = words.project

/** Said once, before the first round: what this is, who sees what, and that anyone may stop. */
export function PreBrief({ kind }: { kind: ClassHead['kind'] }) {
  const facts = [
    { icon: Sprout, text: kind === 'practice' ? told.practice : told.assessed },
    { icon: Eye, text: told.sees },
    { icon: MonitorOff, text: kind === 'practice' ? `${told.ratings} ${told.wall}` : told.wall },
    { icon: Hand, text: told.stop },
  ]
  return (
    <section className={look.preBrief}>
      <h2 className={look.subtitle}>{told.before}</h2>
      <ul className={look.facts}>
        {facts.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon aria-hidden="true" className={look.icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <p className={look.next}>
        <strong>{told.next}: </strong>
        <span>{told.nextPairs}</span>
      </p>
    </section>
  )
}
