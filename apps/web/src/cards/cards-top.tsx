import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { productName } from '../words/en/product.ts'
import look from './cards.module.css'
import { GoLink } from './go-link.tsx'

/** The way back, in the same place on every screen here. With `onBack` the list keeps what it was narrowed to. */
export function CardsTop({
  back,
  onBack,
  children,
}: {
  back: { href: string; text: string }
  onBack?: () => void
  children?: ReactNode
}) {
  return (
    <div className={look.bar}>
      <GoLink className={look.back} href={back.href} onGo={onBack}>
        <ArrowLeft aria-hidden="true" size={20} />
        <span>{back.text}</span>
      </GoLink>
      {children ?? <strong className={look.product}>{productName}</strong>}
    </div>
  )
}
