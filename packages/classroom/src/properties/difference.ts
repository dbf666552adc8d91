/**
 * Where two values differ as JSON would tell them apart (a missing entry is an undefined one), or undefined where they
 * do not. Parts that are the same object are not looked into.
 */
export function differenceBetween(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path || 'value'}: ${short(a)} is not ${short(b)}`
  }
  if (Array.isArray(a) !== Array.isArray(b)) return `${path}: one is a list`
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  for (const key in left) {
    if (left[key] === right[key]) continue
    const found = differenceBetween(left[key], right[key], `${path}.${key}`)
    if (found !== undefined) return found
  }
  for (const key in right) {
    if (right[key] !== undefined && !Object.hasOwn(left, key))
      return `${path}.${key}: only one has ${short(right[key])}`
  }
  return undefined
}

function short(value: unknown): string {
  const json = JSON.stringify(value) ?? 'undefined'
  return json.length > 200 ? `${json.slice(0, 200)}…` : json
}
