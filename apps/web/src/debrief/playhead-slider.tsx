'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useLadder } from '../language/use-ladder.ts'
import { words } from '../words/en.ts'
import { sliderId } from './go-to.ts'
import type { Playhead } from './playhead.ts'
import { timeText } from './shown-scene.ts'
import look from './timeline.module.css'
import { type Frame, offsetAt, xAt } from './timeline-frame.ts'
import { usePlayheadAt } from './use-playhead.ts'

const told = words.debrief.playhead
/** What Page Up and Page Down move by, ms of played time. */
const PAGE = 30_000

/** The point in time that is looked at: dragged or clicked anywhere over the scene, stepped with the arrows. */
export function PlayheadSlider({ head, frame }: { head: Playhead; frame: Frame }) {
  const { wordOf } = useLadder()
  const second = usePlayheadAt(head, ({ instant }) => Math.floor(instant.offset / 1_000))
  const level = usePlayheadAt(head, ({ instant }) => instant.level)
  const { left, right, height, text, played } = frame
  const time = timeText(second * 1_000)
  const seekAt = (event: PointerEvent<SVGElement> | { clientX: number; currentTarget: SVGElement }) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return
    head.seek(offsetAt(frame, ((event.clientX - box.left) / box.width) * frame.width))
  }
  return (
    <g
      id={sliderId(head)}
      className={look.playhead}
      role="slider"
      tabIndex={0}
      aria-label={told.label}
      aria-valuemin={0}
      aria-valuemax={Math.floor(played / 1_000)}
      aria-valuenow={second}
      aria-valuetext={level === null ? time : told.value(time, wordOf(level))}
      onKeyDown={event => move(event, head, played)}
      onPointerDown={event => {
        if (event.pointerType === 'touch' || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        seekAt(event)
      }}
      // A thumb that scrolls the page is taken away by the browser before it gets here.
      onPointerMove={event => event.buttons === 1 && seekAt(event)}
      onClick={seekAt}
    >
      <rect className={look.track} x={left - text / 2} y={0} width={right - left + text} height={height} />
    </g>
  )
}

/**
 * Its line, over the drawing and a layer of its own: moving it paints nothing else. The layer is as wide as the drawing,
 * so that its place is a percentage, whatever the width.
 */
export function PlayheadSign({ head, frame }: { head: Playhead; frame: Frame }) {
  const sign = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const stand = () => {
      const x = (100 * xAt(frame, head.state.instant.offset)) / frame.width
      if (sign.current !== null) sign.current.style.transform = `translateX(${x}%)`
    }
    stand()
    return head.subscribe(stand)
  }, [head, frame])
  return <div ref={sign} className={look.sign} aria-hidden="true" />
}

function move(event: KeyboardEvent, head: Playhead, played: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { offset } = head.state.instant
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      head.step('next')
      break
    case 'ArrowLeft':
    case 'ArrowDown':
      head.step('previous')
      break
    case 'PageUp':
      head.seek(offset + PAGE)
      break
    case 'PageDown':
      head.seek(offset - PAGE)
      break
    case 'Home':
      head.seek(0)
      break
    case 'End':
      head.seek(played)
      break
    case ' ':
      head.toggle()
      break
    default:
      return
  }
  event.preventDefault()
}
