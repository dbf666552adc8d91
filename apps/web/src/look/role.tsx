import { ClipboardPen, GraduationCap, MessageCircleWarning, ShieldCheck } from 'lucide-react'
import { roleWords } from '../words/en/product.ts'
import look from './role.module.css'

export type Role = 'customer' | 'officer' | 'observer' | 'instructor'

const icons = {
  customer: MessageCircleWarning,
  officer: ShieldCheck,
  observer: ClipboardPen,
  instructor: GraduationCap,
}

/** A role is always a word, an icon and a colour together. */
export function RoleBadge({ role, large }: { role: Role; large?: boolean }) {
  const Icon = icons[role]
  return (
    <span className={[look.badge, look[role], large && look.large].filter(Boolean).join(' ')}>
      <Icon aria-hidden="true" size={large ? 28 : 18} />
      <span>{roleWords[role]}</span>
    </span>
  )
}
