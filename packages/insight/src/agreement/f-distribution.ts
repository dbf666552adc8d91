/**
 * The quantile of the F distribution: the x with P(F <= x) = `p`, for `d1` and `d2` degrees of freedom (above 0, need
 * not be whole). Found by halving an interval of the monotone cumulative function, to a relative 1e-12.
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  if (!(p > 0 && p < 1 && d1 > 0 && d2 > 0)) throw new RangeError('F quantile needs 0 < p < 1 and d1, d2 > 0')
  let high = 1
  while (fCumulative(high, d1, d2) < p) high *= 2
  let low = 0
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (fCumulative(middle, d1, d2) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(F <= x) = I_z(d1/2, d2/2) with z = d1 x / (d1 x + d2). Abramowitz and Stegun 26.6.2. */
export function fCumulative(x: number, d1: number, d2: number): number {
  const whole = d1 * x + d2
  return x <= 0 ? 0 : incompleteBeta((d1 * x) / whole, d2 / whole, d1 / 2, d2 / 2)
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction. DLMF 8.17.22. `rest` is 1 - x, given
 * apart so that an x close to 1 keeps its digits.
 */
function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  // The fraction converges fast only on this side of the mean; the other side is its mirror.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(rest, b, a)) / b
}

/** Evaluated from the front by Lentz's method, as modified by Thompson and Barnett (1986). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const held = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / held(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const step of [even, odd]) {
      d = 1 / held(1 + step * d)
      c = held(1 + step / c)
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 1e-15) break
  }
  return fraction
}

/** The coefficients that belong to g = 7 and nine terms, as Godfrey (2001) computed them. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln of the gamma function for x > 0, by Lanczos' approximation (1964). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const t = z + 7.5
  const series = LANCZOS.reduce((sum, term, index) => sum + (index === 0 ? term : term / (z + index)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series)
}
