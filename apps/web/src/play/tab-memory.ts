/** The class in the address: its rooms and scenes have names that those of every class have. */
export const classHere = (): string => new URLSearchParams(location.search).get('class') ?? ''

const keyOf = (name: string): string => `evenkeel-${name} ${classHere()}`

/** What this tab remembers of its class over a reload; undefined if nothing. */
export function remembered(name: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(name)) ?? undefined
  } catch {
    return undefined
  }
}

/** An empty text is nothing to remember. */
export function remember(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(name))
    else sessionStorage.setItem(keyOf(name), text)
  } catch {
    // Private windows may keep nothing: then it holds until the page is left.
  }
}
