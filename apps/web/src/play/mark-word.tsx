import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { words } from '../words/en.ts'
import look from './mark-word.module.css'

/** Helped or hurt: a word, an icon and a colour. */
export function MarkWord({ mark }: { mark: 'helped' | 'hurt' }) {
  const Icon = mark === 'helped' ? ThumbsUp : ThumbsDown
  return (
    <strong className={look.mark} data-mark={mark}>
      <Icon aria-hidden="true" size={18} />
      <span>{words.play.scene[mark]}</span>
    </strong>
  )
}
