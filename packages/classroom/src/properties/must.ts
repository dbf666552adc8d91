/** Throws with a sentence where something does not hold. */
export function must(holds: boolean | undefined, sentence: string): asserts holds {
  if (holds !== true) throw new Error(sentence)
}

export function mustBeUnique(items: readonly unknown[], what: string): void {
  must(new Set(items).size === items.length, `${what} twice: ${JSON.stringify(items)}`)
}

/** Each at least `by` more than the one before. */
export function mustRise(numbers: readonly number[], what: string, by = 0): void {
  numbers.forEach((number, index) => {
    const previous = numbers[index - 1]
    must(previous === undefined || number >= previous + by, `${what} fall: ${numbers.join(' ')}`)
  })
}

/** Every number within, of which none may be NaN or infinite: neither lives through JSON. */
export function mustBeFinite(value: unknown, what: string): void {
  if (typeof value === 'number') must(Number.isFinite(value), `${value} in ${what}`)
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) mustBeFinite(part, what)
  }
}
