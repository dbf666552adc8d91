/** A mean with the number of values behind it, or why there is none. `mean` has the unit of its values. */
export type Mean<Because extends string> =
  | { readonly mean: number; readonly n: number }
  | { readonly mean: null; readonly n: 0; readonly because: Because }

/** Arithmetic mean: the sum over the number. With nothing to take it of, the reason that the caller gives. */
export function meanOf<Because extends string>(
  values: readonly number[],
  because: () => Because,
): Mean<Because> {
  const n = values.length
  if (n === 0) return { mean: null, n: 0, because: because() }
  return { mean: values.reduce((sum, value) => sum + value, 0) / n, n }
}
