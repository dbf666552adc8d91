import { type Figure, type Icc, type IccResult, readingOf } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'

const say = recordsWords.page

/** One or two plain sentences, always with n. */
export function inWords(figure: Figure): string {
  if (figure.value === null) return say.because[figure.because]
  const reading = readingOf(figure)
  if (reading === 'undefined') return say.reading['too-few']
  return `${say.reading[reading]} ${say.over(figure.value, figure.n)}`
}

/** One rater's trust, and that of the mean of both, with their intervals. */
export function iccInWords(icc: IccResult): string {
  if ('because' in icc) return say.because[icc.because]
  const { n, raters, icc21, icc2k } = icc
  return `${say.icc1} ${oneIcc(icc21, n, raters)} ${say.iccK(raters)} ${oneIcc(icc2k, n, raters)}`
}

function oneIcc(icc: Icc, n: number, raters: number): string {
  if (icc.value === null) return say.because[icc.because]
  const [low, high] = icc.interval ?? []
  const interval = low === undefined || high === undefined ? '' : ` ${say.interval(low, high)}`
  return `${inWords({ value: icc.value, n, raters })}${interval}`
}
