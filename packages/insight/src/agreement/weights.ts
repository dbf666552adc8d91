/** How much two categories agree, 0 to 1, by their place among the categories. */
export type Weight = (a: number, b: number, categories: number) => number

/** 1 on the diagonal, else 0: only the same answer counts. */
export const identity: Weight = (a, b) => (a === b ? 1 : 0)

/** 1 - |a - b| / (q - 1). */
export const linear: Weight = (a, b, categories) =>
  categories < 2 ? 1 : 1 - Math.abs(a - b) / (categories - 1)

/** 1 - (a - b)^2 / (q - 1)^2: a near miss counts almost as agreement. Cohen (1968). */
export const quadratic: Weight = (a, b, categories) =>
  categories < 2 ? 1 : 1 - (a - b) ** 2 / (categories - 1) ** 2
