/** A tab of a browser at a seat of this class, with nothing kept in it yet; what it keeps outlasts a reload. */
export function fakeTab(classId: string): ReadonlyMap<string, string> {
  const kept = new Map<string, string>()
  Object.assign(globalThis, {
    location: { search: `?class=${classId}` },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  })
  return kept
}
