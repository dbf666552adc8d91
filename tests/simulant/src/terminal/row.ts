import { styleText } from 'node:util'
import { cleanText, type Seat } from '@evenkeel/classroom'

export type Tone = Seat | 'plain' | 'title' | 'quiet' | 'next' | 'warning'

/** One row for the terminal, and what kind of thing it is. */
export interface Row {
  readonly text: string
  readonly tone: Tone
}

export const row = (text: string, tone: Tone = 'plain'): Row => ({ text, tone })

const COLOURS = {
  customer: 'yellow',
  officer: 'blue',
  observer: 'magenta',
  plain: 'reset',
  title: 'bold',
  quiet: 'dim',
  next: 'cyan',
  warning: 'red',
} as const

/** The row as it is printed. Text from others can hold nothing that steers a terminal. Role is always a word too. */
export function paint({ text, tone }: Row, colours: boolean): string {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const clean = indent + cleanText(text)
  return colours && tone !== 'plain' ? styleText(COLOURS[tone], clean, { validateStream: false }) : clean
}

/** Colours only for a terminal, and not where NO_COLOR is set. */
export const wantsColours = (isTTY: boolean | undefined, noColour: string | undefined): boolean =>
  isTTY === true && (noColour === undefined || noColour === '')
