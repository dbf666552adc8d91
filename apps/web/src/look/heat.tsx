import type { Temperature } from '@evenkeel/playbook/words'
import { useLadder } from '../language/use-ladder.ts'
import look from './heat.module.css'

/** The temperature as a word, a shape (how many of seven bars stand) and a colour. */
export function Heat({ level, large }: { level: Temperature; large?: boolean }) {
  const { lang, wordOf } = useLadder()
  return (
    <span className={[look.heat, large && look.large].filter(Boolean).join(' ')} data-level={level}>
      <span className={look.bars} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map(bar => (
          <span key={bar} className={bar <= level ? look.on : look.off} />
        ))}
      </span>
      <span lang={lang}>{wordOf(level)}</span>
    </span>
  )
}
