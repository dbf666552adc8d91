'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { playWords } from '../words/en/play.ts'
import { Button } from './button.tsx'
import look from './sheet.module.css'

interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
  /** The word on the button that closes it. */
  close?: string
  children: ReactNode
}

/** A sheet over the screen: the browser's own dialog keeps the focus, Escape closes it. */
export function Sheet({ title, open, onClose, close = playWords.bar.close, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = sheet.current
    if (dialog === null || dialog.open === open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])
  return (
    <dialog ref={sheet} className={look.sheet} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className={look.inside}>
          <h2 id={id}>{title}</h2>
          {children}
          <Button wide onClick={onClose}>
            {close}
          </Button>
        </div>
      )}
    </dialog>
  )
}
