/** As people of this browser's language write it. */
export const dayText = (at: number): string => new Date(at).toLocaleDateString([], { dateStyle: 'medium' })
export const dayTimeText = (at: number): string =>
  new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
