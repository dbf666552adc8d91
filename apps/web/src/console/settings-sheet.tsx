'use client'

import { ATTENTION, type Settings } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { radioWords } from '../words/en/radio.ts'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { Select } from './select.tsx'
import own from './settings-sheet.module.css'
import { LimitFields, type LimitTexts, limitsOf, limitTexts } from './wall/limit-fields.tsx'

const say = words.console.settings

type Times = Settings['times']
type Time = keyof Times

const POLICIES = ['ask', 'wait', 'stand-in', 'end'] as const

const MINUTE = 60_000
const SECOND = 1_000
/** In the order in which they come; short ones in seconds. */
const FIELDS: readonly { readonly time: Time; readonly unit: number }[] = [
  { time: 'briefing', unit: MINUTE },
  { time: 'countIn', unit: SECOND },
  { time: 'scene', unit: MINUTE },
  { time: 'wrapUp', unit: SECOND },
  { time: 'stepOut', unit: MINUTE },
  { time: 'rating', unit: MINUTE },
  { time: 'debrief', unit: MINUTE },
  { time: 'retake', unit: MINUTE },
]

interface SettingsProps {
  settings: Settings
  act: Act
  onDismiss: (id: string) => void
  onClose: () => void
}

/** What may change in mid-class. Rooms that are under way keep the clock that they have. */
export function SettingsSheet({ settings, act, onDismiss, onClose }: SettingsProps) {
  const [minutes, setMinutes] = useState(String(settings.minutes))
  const [times, setTimes] = useState<Readonly<Record<Time, string>>>(() => textsOf(settings.times))
  const [size, setSize] = useState(String(settings.groupSize))
  const [pace, setPace] = useState<string>(settings.pace)
  const [seen, setSeen] = useState(settings.officerSeesTemperature)
  const [radio, setRadio] = useState(settings.liveRadio === true)
  const [all, setAll] = useState(settings.allItems)
  const [dropout, setDropout] = useState<Settings['onDropout']>(settings.onDropout ?? 'ask')
  const [limits, setLimits] = useState<LimitTexts>(() => limitTexts(settings.attention ?? ATTENTION))
  const [wrong, setWrong] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changed: Settings = {
      ...settings,
      minutes: Number(minutes),
      groupSize: size === '2' ? 2 : 3,
      pace: pace === 'room' ? 'room' : 'class',
      officerSeesTemperature: seen,
      allItems: all,
      liveRadio: radio,
      times: timesOf(times, settings.times),
      ...(settings.medium === 'typed' && dropout !== undefined && { onDropout: dropout }),
      attention: limitsOf(limits),
    }
    const numbers = [changed.minutes, ...Object.values(changed.times), ...Object.values(limitsOf(limits))]
    if (numbers.some(number => !Number.isFinite(number))) return setWrong(say.number)
    const answer = await act('ChangeSettings', { settings: changed })
    if (answer.ok) return onClose()
    onDismiss(answer.id)
    setWrong(answer.say)
  }
  return (
    <Sheet title={say.title} open onClose={onClose} close={words.console.class.back}>
      <form onSubmit={submit}>
        <Stack gap={4}>
          <p className={look.soft}>{say.means}</p>
          <div className={own.settings}>
            <Field
              label={words.console.opening.minutes}
              value={minutes}
              inputMode="numeric"
              onChange={event => setMinutes(event.target.value)}
            />
            {FIELDS.map(({ time, unit }) => (
              <Field
                key={time}
                label={say.times[time]}
                hint={unit === MINUTE ? say.inMinutes : say.inSeconds}
                value={times[time]}
                inputMode="decimal"
                onChange={event => setTimes({ ...times, [time]: event.target.value })}
              />
            ))}
            <Select
              label={say.size}
              value={size}
              onChange={setSize}
              options={[
                { value: '3', text: say.triads },
                { value: '2', text: say.pairs },
              ]}
            />
            <Select
              label={say.pace}
              value={pace}
              onChange={setPace}
              options={[
                { value: 'class', text: say.together },
                { value: 'room', text: say.alone },
              ]}
            />
          </div>
          <label className={look.check}>
            <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />
            <span>{say.allItems}</span>
          </label>
          <label className={look.check}>
            <input type="checkbox" checked={radio} onChange={event => setRadio(event.target.checked)} />
            <span>{radioWords.setting}</span>
          </label>
          {settings.medium === 'typed' && (
            <label className={look.check}>
              <input type="checkbox" checked={seen} onChange={event => setSeen(event.target.checked)} />
              <span>{say.seesTemperature}</span>
            </label>
          )}
          {settings.medium === 'typed' && (
            <Select
              label={words.wall.policy.label}
              value={dropout ?? 'ask'}
              onChange={value => setDropout(POLICIES.find(policy => policy === value))}
              options={POLICIES.map(value => ({ value, text: words.wall.policy[value] }))}
            />
          )}
          <LimitFields texts={limits} typed={settings.medium === 'typed'} onChange={setLimits} />
          <p role="alert" className={look.wrong}>
            {wrong}
          </p>
          <Button kind="primary" type="submit" wide>
            {say.save}
          </Button>
        </Stack>
      </form>
    </Sheet>
  )
}

function textsOf(times: Times): Record<Time, string> {
  const text = (time: Time, unit: number) => String(Math.round((times[time] / unit) * 100) / 100)
  return {
    briefing: text('briefing', MINUTE),
    countIn: text('countIn', SECOND),
    scene: text('scene', MINUTE),
    wrapUp: text('wrapUp', SECOND),
    stepOut: text('stepOut', MINUTE),
    rating: text('rating', MINUTE),
    debrief: text('debrief', MINUTE),
    retake: text('retake', MINUTE),
  }
}

/** A comma is a point in many places. What is empty is no number. */
function timesOf(texts: Readonly<Record<Time, string>>, before: Times): Times {
  const changed = FIELDS.map(({ time, unit }) => {
    const text = texts[time].trim().replace(',', '.')
    return [time, text === '' ? Number.NaN : Math.round(Number(text) * unit)] as const
  })
  return { ...before, ...Object.fromEntries(changed) }
}
