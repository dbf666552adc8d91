import look from './timeline.module.css'

export type ShapeKind = 'helped' | 'hurt' | 'twist' | 'call'

/** Its own shape for each kind, so that nobody needs the colour. `size`: half its height, in units of the drawing. */
export function MarkShape({ kind, x, y, size }: { kind: ShapeKind; x: number; y: number; size: number }) {
  const [l, r, t, b] = [x - size, x + size, y - size, y + size]
  switch (kind) {
    case 'helped':
      return <path className={look.helped} d={`M${l} ${b}L${x} ${t}L${r} ${b}Z`} />
    case 'hurt':
      return <path className={look.hurt} d={`M${l} ${t}L${x} ${b}L${r} ${t}Z`} />
    case 'twist':
      return <path className={look.event} d={`M${x} ${t}L${r} ${y}L${x} ${b}L${l} ${y}Z`} />
    case 'call':
      return <path className={look.event} d={`M${l} ${t}H${r}V${b}H${l}Z`} />
  }
}

/** The same shape in a line of text. */
export function MarkIcon({ kind }: { kind: ShapeKind }) {
  return (
    <svg className={look.icon} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <MarkShape kind={kind} x={8} y={8} size={6.5} />
    </svg>
  )
}
