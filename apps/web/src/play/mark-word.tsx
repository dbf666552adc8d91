import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { playWords } from '../words/en/play.ts'
import look from './mark-word.module.css'

/** Helped or hurt: a word, an icon and a colour. */
export function MarkWord({ mark }: { mark: 'helped' | 'hurt' }) {
  const Icon = mark === 'helped' ? ThumbsUp : ThumbsDown
  return (
    <strong className={look.mark} data-mark={mark}>
      <Icon aria-hidden="true" size={18} />
      <span>{playWords.scene[mark]}</span>
    </strong>
  )
}
