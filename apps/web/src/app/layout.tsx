import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '../look/tokens.css'
import '../look/base.css'
import { linkWords } from '../words/en/link.ts'
import { productName } from '../words/en/product.ts'

export const metadata: Metadata = {
  title: productName,
  description: 'Live role-play practice for security officers',
}
/** The keyboard of a phone takes room from the page instead of covering the composer. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  interactiveWidget: 'resizes-content',
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <noscript>
          <p className="cannot-run">{linkWords.noScript}</p>
        </noscript>
        <p className="cannot-run" id="old-browser" hidden>
          {linkWords.oldBrowser}
        </p>
        {/* Plain old script, for browsers that can't read the others. */}
        <script src="/old-browser.js" defer />
        {children}
      </body>
    </html>
  )
}
