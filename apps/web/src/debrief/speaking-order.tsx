'use client'

import { ArrowRight, Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Row } from '../look/page.tsx'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import { timeText } from './shown-scene.ts'
import look from './talk.module.css'

const told = words.debrief.talk

/** Who speaks when, with a clock for whoever wants one. Nothing ends by itself and nothing is enforced. */
export function SpeakingOrder() {
  const [at, setAt] = useState<number>()
  const [since, setSince] = useState(0)
  const go = (to: number | undefined) => {
    setAt(to)
    setSince(Date.now())
  }
  const last = told.order.length - 1
  return (
    <section>
      <h3>{told.orderTitle}</h3>
      <p className={page.soft}>{told.orderMeans}</p>
      <ol className={look.order}>
        {told.order.map(({ who, ask, minutes }, index) => (
          <li key={ask} className={look.turn} aria-current={index === at ? 'step' : undefined}>
            <div>
              {who.length > 0 && (
                <p className={look.roles}>
                  {who.map(role => (
                    <RoleBadge key={role} role={role} />
                  ))}
                </p>
              )}
              <p>{ask}</p>
            </div>
            <p className={look.minutes}>
              {index === at ? (
                <Passed since={since} minutes={minutes} />
              ) : (
                <span>{told.minutes(minutes)}</span>
              )}
            </p>
          </li>
        ))}
      </ol>
      <div className={look.orderButtons}>
        {at === undefined ? (
          <Button icon={<Timer size={20} />} onClick={() => go(0)}>
            {told.startClock}
          </Button>
        ) : (
          <Row>
            {at < last && (
              <Button icon={<ArrowRight size={20} />} onClick={() => go(at + 1)}>
                {told.nextTurn}
              </Button>
            )}
            <Button kind="plain" onClick={() => go(undefined)}>
              {told.stopClock}
            </Button>
          </Row>
        )}
      </div>
      <p className={look.form}>{told.form}</p>
    </section>
  )
}

/** Time since this turn began, beside what is suggested. It only tells. */
function Passed({ since, minutes }: { since: number; minutes: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return <span>{told.passed(timeText(now - since), minutes)}</span>
}
