import type { Playhead } from './playhead.ts'

/*
 * From one place of a debrief to another: the playhead goes there, and the focus with it, so that a keyboard goes on from
 * there and the page shows it.
 */

export const sliderId = (head: Playhead): string => `${head.id}-playhead`
export const lineId = (head: Playhead, n: number): string => `${head.id}-line-${n}`
export const momentId = (head: Playhead, moment: string): string => `${head.id}-${moment}`

interface Point {
  readonly offset: number
}

export function goToTime(head: Playhead, { offset }: Point): void {
  head.pause()
  head.seek(offset)
  focus(sliderId(head))
}

export function goToLine(head: Playhead, { n, offset }: Point & { readonly n: number }): void {
  head.pause()
  head.seek(offset)
  focus(lineId(head, n))
}

export function goToMoment(head: Playhead, { id, offset }: Point & { readonly id: string }): void {
  head.pause()
  head.seek(offset, id)
  focus(momentId(head, id))
}

const focus = (id: string): void => document.getElementById(id)?.focus()
