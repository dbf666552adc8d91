'use client'

import type { CardHead, Me } from '@evenkeel/classroom/view'
import { useState } from 'react'
import { Sheet } from '../look/sheet.tsx'
import { playWords } from '../words/en/play.ts'
import { Choices } from './choices.tsx'
import prose from './prose.module.css'
import { setTextSize, textSize } from './text-size.ts'

const text = playWords.reading

interface ReadingSheetProps {
  open: boolean
  onClose: () => void
  factor: Me['reading']
  /** Missing once the class is over: then there is no time to lengthen. */
  onFactor?: (factor: Me['reading']) => void
  glossary?: CardHead['glossary']
}

/** Larger text on this device, longer time for the room, and the card's hard words. */
export function ReadingSheet({ open, onClose, factor, onFactor, glossary = [] }: ReadingSheetProps) {
  return (
    <Sheet title={text.open} open={open} onClose={onClose}>
      <SizeChoice />
      {onFactor && (
        <>
          <Choices
            legend={text.time}
            choices={([1, 1.5, 2] as const).map(each => ({ value: each, label: text.factor[each] }))}
            value={factor}
            onChoose={onFactor}
          />
          <p className={prose.soft}>{text.timeMeans}</p>
        </>
      )}
      <h3>{text.words}</h3>
      {glossary.length === 0 ? (
        <p className={prose.soft}>{text.noWords}</p>
      ) : (
        <dl className={prose.pairs}>
          {glossary.map(({ word, meaning }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </Sheet>
  )
}

function SizeChoice() {
  const [size, setSize] = useState(textSize)
  return (
    <Choices
      legend={text.text}
      choices={[
        { value: 'normal', label: text.normal },
        { value: 'large', label: text.large },
      ]}
      value={size}
      onChoose={chosen => {
        setTextSize(chosen)
        setSize(chosen)
      }}
    />
  )
}
