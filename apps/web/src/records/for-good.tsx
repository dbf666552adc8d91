import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { Sheet } from '../look/sheet.tsx'
import { recordsWords } from '../words/en/records.ts'

interface Question {
  title: string
  means: string
  yes: string
  /** What takes a while gives a promise. */
  onYes: () => unknown
}

/** A button for what can't be taken back, with the question before it. */
export function ForGood({ button, ...question }: Question & { button: string }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p>
        <Button kind="danger" icon={<Trash2 size={20} />} onClick={() => setAsking(true)}>
          {button}
        </Button>
      </p>
      <ForGoodSheet {...question} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

/** The question alone; it goes away once it was carried out or refused. */
export function ForGoodSheet({
  title,
  means,
  yes,
  onYes,
  open,
  onClose,
}: Question & { open: boolean; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const carryOut = async () => {
    setBusy(true)
    await onYes()
    setBusy(false)
    onClose()
  }
  return (
    <Sheet title={title} open={open} onClose={onClose} close={recordsWords.cancel}>
      <p>{means}</p>
      <Button kind="danger" wide busy={busy} onClick={() => void carryOut()}>
        {yes}
      </Button>
    </Sheet>
  )
}
