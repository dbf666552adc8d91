/** How the connection is, and what to do about it. */
export const linkWords = {
  connecting: 'Connecting …',
  reconnecting: 'No connection. Trying again. Your seat is kept.',
  offline: 'You are offline. Your seat and your words are kept.',
  version: 'This page is out of date.',
  reload: 'Load it again',
  noScript: 'Evenkeel needs JavaScript. Switch it on in this browser, or use another one.',
  oldBrowser:
    'This browser is too old for Evenkeel. Update it, or open the same address in Chrome, Edge, Firefox or Safari of 2024 or newer.',
  oneMoment: 'One moment …',
  lost: {
    title: 'There is no such page',
    means:
      'The address may have a mistake in it. If you are in a class, its page is still open in its own tab.',
    join: 'Join with a code',
    console: 'I am an instructor',
  },
} as const
