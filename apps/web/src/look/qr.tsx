import { encode } from 'uqr'
import look from './qr.module.css'

/** A QR code as one path, dark on white in every theme: some phones read nothing else. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg className={look.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} className={look.paper} />
      <path d={path} className={look.ink} />
    </svg>
  )
}
