import type { ReactNode } from 'react'

/** A link that can be opened in another tab; a plain press goes there without loading the page anew. */
export function GoLink({
  href,
  onGo,
  className,
  children,
}: {
  href: string
  onGo?: (() => void) | undefined
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <a
      href={href}
      className={className}
      onClick={event => {
        if (onGo === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onGo()
      }}
    >
      {children}
    </a>
  )
}
