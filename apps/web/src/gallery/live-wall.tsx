'use client'

import type { WallCell } from '@evenkeel/classroom/view'
import { type ReactNode, useEffect, useState } from 'react'

interface LiveWallProps {
  wall: Readonly<Record<string, WallCell>>
  startsAt: number
  children: (wall: Readonly<Record<string, WallCell>>, now: number) => ReactNode
}

/** Made-up frames as a busy class sends them: every room changes four times a second. */
export function LiveWall({ wall, startsAt, children }: LiveWallProps) {
  const [frame, setFrame] = useState({ cells: wall, number: 0 })
  useEffect(() => {
    const timer = setInterval(
      () => setFrame(last => ({ cells: next(last.cells, last.number), number: last.number + 1 })),
      250,
    )
    return () => clearInterval(timer)
  }, [])
  return children(frame.cells, startsAt + Math.floor(frame.number / 4) * 1_000)
}

const next = (cells: Readonly<Record<string, WallCell>>, number: number) =>
  Object.fromEntries(
    Object.entries(cells).map(([id, cell], index) => {
      const level = (((number + index) % 7) + 1) as WallCell['level']
      const text = `Line ${number} of room ${index + 1}`
      return [
        id,
        {
          ...cell,
          level,
          hotSince: index % 9 === number % 9 ? 0 : null,
          helped: cell.helped + (number % 4 === 0 ? 1 : 0),
          line: { seat: number % 2 === 0 ? 'customer' : 'officer', text, offset: 140_000 },
          curve: [...cell.curve.slice(-15), [Math.floor(number / 4) + 20, level] as const],
        } satisfies WallCell,
      ]
    }),
  )
