import type { MomentGuide } from '@evenkeel/playbook/words'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useRubric } from '../language/use-rubric.ts'
import { playWords } from '../words/en/play.ts'
import look from './palette.module.css'

const text = playWords.scene

/** All names of the rubric, for observers who know them: one tap marks and names. */
export function Palette({ onMark }: { onMark: (guide: MomentGuide) => void }) {
  const { moments, language } = useRubric()
  return (
    <div className={look.palette}>
      {(['helped', 'hurt'] as const).map(mark => (
        <div key={mark} className={look.side}>
          <p className={look.head} data-mark={mark}>
            {mark === 'helped' ? (
              <ThumbsUp aria-hidden="true" size={18} />
            ) : (
              <ThumbsDown aria-hidden="true" size={18} />
            )}
            <span>{text[mark]}</span>
          </p>
          {moments
            .filter(guide => guide.mark === mark)
            .map(guide => (
              <button
                key={guide.id}
                type="button"
                className={look.name}
                lang={language}
                data-mark={mark}
                onClick={() => onMark(guide)}
              >
                {guide.title}
              </button>
            ))}
        </div>
      ))}
    </div>
  )
}
