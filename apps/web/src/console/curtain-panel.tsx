import { Button } from '../look/button.tsx'
import { Panel, Row, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import type { Curtain } from './use-curtain.ts'

/** Stands where private content would: asks once whether the screen is projected, then says how to lift it. */
export function CurtainPanel({ curtain }: { curtain: Curtain }) {
  const say = words.console.curtain
  const asks = curtain.state === 'ask'
  return (
    <Panel tone="soft">
      <Stack gap={4}>
        {asks && <h2>{say.ask}</h2>}
        <p>{asks ? say.why : say.down}</p>
        <Row>
          <Button onClick={() => curtain.set('up')}>{asks ? say.no : say.lift}</Button>
          {asks && <Button onClick={() => curtain.set('down')}>{say.yes}</Button>}
        </Row>
      </Stack>
    </Panel>
  )
}
