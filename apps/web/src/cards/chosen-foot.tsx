import type { CardRow } from '@evenkeel/protocol/constants'
import { Download, Printer } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import browse from './browse.module.css'
import look from './cards.module.css'

/** The address that gives these cards as one file. */
export const exportAddress = (ids: readonly string[]) =>
  `/api/cards/export?${ids.map(id => `id=${encodeURIComponent(id)}`).join('&')}`

/** What can be done with the cards that are chosen in the list. */
export function ChosenFoot({
  picked,
  onPrint,
  onClear,
}: {
  picked: readonly CardRow[]
  onPrint: () => void
  onClear: () => void
}) {
  const say = words.browse
  return (
    <div className={browse.chosen}>
      <strong role="status">{say.chosen(picked.length)}</strong>
      <Button kind="primary" icon={<Printer size={20} />} onClick={onPrint}>
        {say.printChosen}
      </Button>
      <a className={look.download} href={exportAddress(picked.map(({ id }) => id))} download>
        <Download aria-hidden="true" size={18} />
        <span>{say.exportChosen}</span>
      </a>
      <Button kind="plain" onClick={onClear}>
        {say.unchoose}
      </Button>
    </div>
  )
}
