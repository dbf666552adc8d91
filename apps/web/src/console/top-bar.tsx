import { EyeOff } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { words } from '../words/en.ts'
import type { ClassScreenProps } from './class-screen.tsx'
import look from './console.module.css'

/** Which class this is, the curtain, and the end of the class. */
export function TopBar({ view, curtain, act }: ClassScreenProps) {
  const say = words.console.class
  const { settings } = view.class
  const kind = `${words.join[settings.kind]}, ${words.console.opening[settings.medium === 'typed' ? 'remote' : 'same-room'].toLowerCase()}`
  return (
    <div className={look.bar}>
      <span className={look.title}>
        <a href="/console/" className={look.product}>
          {say.all}
        </a>
        <strong>
          <bdi>{view.class.title}</bdi>
        </strong>
        <span className={look.soft}>{kind}</span>
      </span>
      <span className={look.spread}>
        {curtain.state === 'up' && (
          <Button kind="plain" icon={<EyeOff size={18} />} onClick={() => curtain.set('down')}>
            {words.console.curtain.drop}
          </Button>
        )}
        {view.class.status === 'open' && (
          <ConfirmButton kind="plain" really={say.reallyClose} onConfirm={() => void act('CloseClass', {})}>
            {say.close}
          </ConfirmButton>
        )}
      </span>
    </div>
  )
}
