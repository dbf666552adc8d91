import { stepOf, type Temperature } from '@evenkeel/playbook/words'
import look from './heat.module.css'

/** The temperature as a word, a shape (how many of seven bars stand) and a colour. */
export function Heat({ level, large }: { level: Temperature; large?: boolean }) {
  return (
    <span className={[look.heat, large && look.large].filter(Boolean).join(' ')} data-level={level}>
      <span className={look.bars} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map(bar => (
          <span key={bar} className={bar <= level ? look.on : look.off} />
        ))}
      </span>
      <span>{stepOf(level).word}</span>
    </span>
  )
}
