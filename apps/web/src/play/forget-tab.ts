/** What this tab kept of a class: lines that were not sent, drafts, what was put away. */
export function forgetTab(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('evenkeel-')) sessionStorage.removeItem(key)
  } catch {
    // Private windows may keep nothing.
  }
}
