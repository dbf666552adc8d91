/** Entries of a list that never changes its order while it is shown, each with a key; two of them may read alike. */
export const keyed = <Item>(all: readonly Item[]): readonly { readonly key: string; readonly each: Item }[] =>
  all.map((each, index) => ({ key: `${index}`, each }))
