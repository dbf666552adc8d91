import type { ClassHead, Me } from '@evenkeel/classroom/view'
import { Panel, Stack } from '../../look/page.tsx'
import { joinWords } from '../../words/en/join.ts'
import { playWords } from '../../words/en/play.ts'
import prose from '../prose.module.css'

const text = playWords

interface WaitingProps {
  head: ClassHead
  me: Me
  name: string
}

/** Without a seat: that they are in, and what comes next. */
export function Waiting({ head, me, name }: WaitingProps) {
  if (me.role === 'instructor') return <NoSeat head={head} />
  const next =
    me.standing === 'set-aside' ? text.setAside : head.round === null ? text.waitingNext : text.waitingRound
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <p className={prose.soft}>{head.title}</p>
        <h1>{text.waitingTitle}</h1>
        <p>{next}</p>
      </Stack>
      <Panel>
        <p className={prose.label}>{text.yourName}</p>
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </p>
      </Panel>
      <Panel tone="soft">
        <Stack gap={2}>
          <p>
            <strong>{joinWords[head.kind]}</strong>
          </p>
          <p>{head.kind === 'practice' ? joinWords.practiceMeans : joinWords.assessedMeans}</p>
          <p>{joinWords[head.medium]}</p>
        </Stack>
      </Panel>
    </Stack>
  )
}

/** An instructor gives themselves a seat, at the console. */
function NoSeat({ head }: Pick<WaitingProps, 'head'>) {
  return (
    <Stack gap={3}>
      <p className={prose.soft}>{head.title}</p>
      <h1>{text.noSeat}</h1>
      <p>{text.noSeatMeans}</p>
    </Stack>
  )
}
