import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { Sheet } from '../look/sheet.tsx'
import { recordsWords } from '../words/en/records.ts'

interface ForGoodProps {
  button: string
  title: string
  means: string
  yes: string
  onYes: () => void
}

/** A button for what can't be taken back, with the question before it. */
export function ForGood({ button, title, means, yes, onYes }: ForGoodProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  return (
    <>
      <p>
        <Button kind="danger" icon={<Trash2 size={20} />} onClick={() => setAsking(true)}>
          {button}
        </Button>
      </p>
      <Sheet title={title} open={asking} onClose={() => setAsking(false)} close={recordsWords.cancel}>
        <p>{means}</p>
        <Button
          kind="danger"
          wide
          busy={busy}
          onClick={() => {
            setBusy(true)
            onYes()
          }}
        >
          {yes}
        </Button>
      </Sheet>
    </>
  )
}
