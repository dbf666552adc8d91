import { type Figure, readingOf } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'

const say = recordsWords.page

/** One or two plain sentences, always with n. */
export function inWords(figure: Figure): string {
  if (figure.value === null) return say.because[figure.because]
  const reading = readingOf(figure)
  if (reading === 'undefined') return say.reading['too-few']
  return `${say.reading[reading]} ${say.over(figure.value, figure.n)}`
}
