/** How the connection is, and what to do about it. */
export const linkWords = {
  connecting: 'Connecting …',
  reconnecting: 'No connection. Trying again. Your seat is kept.',
  offline: 'This phone is offline. What you type is kept and sent when it is back.',
  version: 'This page is out of date.',
  reload: 'Load it again',
  noScript: 'Evenkeel needs JavaScript. Switch it on in this browser, or use another one.',
} as const
