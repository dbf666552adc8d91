'use client'

import { type DragEvent, useState } from 'react'

/** What a drag carries, so that a file or a word dragged from elsewhere lands nowhere. */
const PERSON = 'application/x-evenkeel-person'

export interface Dragging {
  /** For a name that can be picked up. */
  readonly source: (person: string) => {
    readonly draggable: true
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
  /** For a place that a name can be let go over; a place inside another wins over it. */
  readonly target: (
    place: string,
    onDrop: (person: string) => void,
  ) => {
    readonly 'data-over': true | undefined
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** Names moved with a mouse. All of it can be done with the buttons too: this is only quicker. */
export function useDragging(): Dragging {
  const [held, setHeld] = useState<string>()
  const [over, setOver] = useState<string>()
  const done = () => {
    setHeld(undefined)
    setOver(undefined)
  }
  return {
    source: person => ({
      draggable: true,
      onDragStart: event => {
        event.dataTransfer.setData(PERSON, person)
        event.dataTransfer.effectAllowed = 'move'
        setHeld(person)
      },
      onDragEnd: done,
    }),
    target: (place, onDrop) => ({
      'data-over': (held !== undefined && over === place) || undefined,
      onDragOver: event => {
        if (held === undefined || !event.dataTransfer.types.includes(PERSON)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(place)
      },
      onDrop: event => {
        const person = event.dataTransfer.getData(PERSON)
        event.preventDefault()
        event.stopPropagation()
        done()
        if (person !== '') onDrop(person)
      },
    }),
  }
}
