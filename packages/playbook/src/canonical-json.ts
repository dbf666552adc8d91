/**
 * JSON with every object's keys in code-unit order and without undefined values, so that equal content has
 * one spelling whatever order it was written in. Takes plain data only: JSON values and undefined.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // Entries with keys that look like integers are moved to the front by every engine alike, so order stays stable.
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
