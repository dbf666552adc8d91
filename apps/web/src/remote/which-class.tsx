import { Button } from '../look/button.tsx'
import { Page, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import type { RemoteHead } from './remote-class.tsx'

interface WhichClassProps {
  classes: readonly RemoteHead[]
  onGo: (id: string) => void
  onSignOut: () => void
}

/** Where the address names no class and several are open. */
export function WhichClass({ classes, onGo, onSignOut }: WhichClassProps) {
  const say = words.remote
  return (
    <Page>
      <Stack gap={4}>
        <h1>{classes.length === 0 ? say.title : say.which}</h1>
        {classes.length === 0 && <p>{say.none}</p>}
        {classes.map(one => (
          <Button key={one.class} wide onClick={() => onGo(one.class)}>
            <bdi>{one.title}</bdi>
          </Button>
        ))}
        <Button kind="plain" onClick={onSignOut}>
          {say.out}
        </Button>
      </Stack>
    </Page>
  )
}
