import { EyeOff, Keyboard, Megaphone, SlidersHorizontal, Smartphone, UserPlus } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { words } from '../words/en.ts'
import type { ClassScreenProps } from './class-screen.tsx'
import look from './console.module.css'
import own from './top-bar.module.css'
import type { SheetName } from './use-sheets.tsx'

interface TopBarProps extends ClassScreenProps {
  onShow: (sheet: SheetName) => void
}

/** Which class this is, what concerns all of it, the curtain, and the end of the class. */
export function TopBar({ view, curtain, act, onShow }: TopBarProps) {
  const say = words.console.class
  const { settings } = view.class
  const kind = `${words.join[settings.kind]}, ${words.console.opening[settings.medium === 'typed' ? 'remote' : 'same-room'].toLowerCase()}`
  const open = view.class.status === 'open'
  return (
    <div className={look.bar}>
      <span className={own.title}>
        <a href="/console/" className={look.product}>
          {say.all}
        </a>
        <strong>
          <bdi>{view.class.title}</bdi>
        </strong>
        <span className={look.soft}>{kind}</span>
      </span>
      <span className={own.tools}>
        {open && (
          <>
            <Button kind="plain" icon={<Megaphone size={18} />} onClick={() => onShow('announce')}>
              {words.console.announce.open}
            </Button>
            <Button kind="plain" icon={<Smartphone size={18} />} onClick={() => onShow('remote')}>
              {words.remote.sheet.open}
            </Button>
            <Button kind="plain" icon={<UserPlus size={18} />} onClick={() => onShow('instructors')}>
              {words.console.instructors.open}
            </Button>
            <Button kind="plain" icon={<SlidersHorizontal size={18} />} onClick={() => onShow('settings')}>
              {words.console.settings.open}
            </Button>
          </>
        )}
        {curtain.state === 'up' && (
          <Button kind="plain" icon={<EyeOff size={18} />} onClick={() => curtain.set('down')}>
            {words.console.curtain.drop}
          </Button>
        )}
        <Button
          kind="plain"
          className={own.keys}
          icon={<Keyboard size={18} />}
          onClick={() => onShow('keys')}
        >
          {words.console.keys.open}
        </Button>
        {open && (
          <ConfirmButton kind="plain" really={say.reallyClose} onConfirm={() => void act('CloseClass', {})}>
            {say.close}
          </ConfirmButton>
        )}
      </span>
    </div>
  )
}
