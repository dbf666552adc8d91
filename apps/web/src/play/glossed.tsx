'use client'

import type { CardHead } from '@evenkeel/classroom/view'
import { useState } from 'react'
import look from './prose.module.css'

/** A text in which the card's hard words can be tapped for their meaning. */
export function Glossed({ text, glossary }: { text: string; glossary: CardHead['glossary'] }) {
  return (
    <>
      {partsOf(text, glossary).map(({ at, part, meaning }) =>
        meaning === undefined ? (
          <span key={at}>{part}</span>
        ) : (
          <Term key={at} word={part} meaning={meaning} />
        ),
      )}
    </>
  )
}

function Term({ word, meaning }: { word: string; meaning: string }) {
  const [open, setOpen] = useState(false)
  return (
    <span>
      <button type="button" className={look.term} aria-expanded={open} onClick={() => setOpen(!open)}>
        {word}
      </button>
      {open && <span className={look.meaning}>{meaning}</span>}
    </span>
  )
}

interface Part {
  readonly at: number
  readonly part: string
  readonly meaning: string | undefined
}

/** The text cut at whole glossary words, in any case; the longest word wins. */
export function partsOf(text: string, glossary: CardHead['glossary']): readonly Part[] {
  const meanings = new Map(glossary.map(({ word, meaning }) => [word.toLowerCase(), meaning]))
  if (meanings.size === 0) return [{ at: 0, part: text, meaning: undefined }]
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length)
  const any = longestFirst.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  let at = 0
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'giu')).flatMap(part => {
    const found = { at, part, meaning: meanings.get(part.toLowerCase()) }
    at += part.length
    return part === '' ? [] : [found]
  })
}
