import type { Temperature } from '@evenkeel/playbook/words'

/**
 * Where things stand in the drawing, in units of its viewBox. The narrow one is as wide as a phone's column, so that a
 * unit is about a pixel there; the wide one is for a desk and a projector.
 */
export interface Frame {
  readonly wide: boolean
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** The seven rows of the temperature. */
  readonly top: number
  readonly bottom: number
  /** Middle of each lane; null where the lane is empty and left out. */
  readonly events: number | null
  readonly said: number | null
  readonly helped: number | null
  readonly hurt: number | null
  readonly axis: number
  /** Size of text. */
  readonly text: number
  readonly played: number
}

export interface Lanes {
  readonly events: boolean
  readonly said: boolean
  readonly helped: boolean
  readonly hurt: boolean
}

/** `played` in ms of played time. */
export function frameOf(played: number, lanes: Lanes, wide: boolean): Frame {
  const size = wide
    ? { width: 960, left: 104, margin: 40, text: 15, row: 34, lane: 40 }
    : { width: 328, left: 78, margin: 24, text: 12.5, row: 25, lane: 34 }
  let y = size.text
  const lane = (there: boolean): number | null => {
    if (!there) return null
    y += size.lane
    return y - size.lane / 2
  }
  const events = lane(lanes.events)
  const top = y
  y += 7 * size.row
  const bottom = y
  const axis = bottom
  y += size.text * 2.2
  const [said, helped, hurt] = [lane(lanes.said), lane(lanes.helped), lane(lanes.hurt)]
  return {
    wide,
    width: size.width,
    height: Math.ceil(y + size.text / 2),
    left: size.left,
    right: size.width - size.margin,
    top,
    bottom,
    events,
    said,
    helped,
    hurt,
    axis,
    text: size.text,
    played: Math.max(0, played),
  }
}

/** Never outside the drawing, whatever the offset; a scene without time stands at its beginning. */
export function xAt({ left, right, played }: Frame, offset: number): number {
  if (played <= 0 || !Number.isFinite(offset)) return left
  return round(left + (right - left) * Math.min(1, Math.max(0, offset / played)))
}

/** The offset in ms that stands at `x` of the drawing; kept within the scene. The other way round than `xAt`. */
export function offsetAt(
  { left, right, played }: Pick<Frame, 'left' | 'right' | 'played'>,
  x: number,
): number {
  if (!Number.isFinite(x)) return 0
  return Math.min(1, Math.max(0, (x - left) / (right - left))) * played
}

/** Middle of the level's row: furious at the top. */
export function yAt({ top, bottom }: Pick<Frame, 'top' | 'bottom'>, level: Temperature): number {
  const row = (bottom - top) / 7
  return round(bottom - (level - 0.5) * row)
}

const MINUTE = 60_000
const STEPS = [5_000, 10_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE]

/** Offsets of the marks on the time axis: round steps, at most eight of them (five on a phone). */
export function axisMarks({ played, wide }: Pick<Frame, 'played' | 'wide'>): number[] {
  const most = wide ? 8 : 5
  const step = STEPS.find(each => played / each <= most) ?? Math.ceil(played / most / MINUTE) * MINUTE
  return Array.from({ length: Math.floor(played / step) + 1 }, (_, index) => index * step)
}

/** About how wide a text is, in units. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.56

/**
 * Which labels fit beside their marks in one lane, from left to right, without touching the next mark: the long one,
 * else the short one, else none. `xs` are in order.
 */
export function labelsOf<T extends { readonly x: number; readonly long: string; readonly short: string }>(
  marks: readonly T[],
  { text, width }: Pick<Frame, 'text' | 'width'>,
): (T & { readonly label: string })[] {
  const gap = text * 0.8
  return marks.map((mark, index) => {
    const room = (marks[index + 1]?.x ?? width + gap * 0.5) - mark.x - gap * 1.7
    const label = [mark.long, mark.short].find(each => each !== '' && widthOf(each, text) <= room) ?? ''
    return { ...mark, label }
  })
}

const round = (value: number) => Math.round(value * 100) / 100
