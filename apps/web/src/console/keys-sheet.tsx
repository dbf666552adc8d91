import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './keys-sheet.module.css'

const say = words.console.keys

/** Every shortcut with what it does. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={say.title} open onClose={onClose} close={words.console.class.back}>
      <dl className={look.keys}>
        {say.list.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
