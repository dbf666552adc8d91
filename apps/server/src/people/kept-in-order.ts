import type { KeptAccess } from './port.ts'

/** The same order whatever store they lie in: two exports of one deployment are the same bytes. */
export const inOrder = ({ settings, links, sessions, screens }: KeptAccess): KeptAccess => ({
  settings: [...settings].sort((a, b) => (a.name < b.name ? -1 : 1)),
  links: [...links].sort((a, b) => (a.hash < b.hash ? -1 : 1)),
  sessions: [...sessions].sort((a, b) => (a.tokenHash < b.tokenHash ? -1 : 1)),
  // Later ends last: of two screens that waited under the same digits the later one has them.
  screens: [...screens].sort((a, b) => a.expiresAt - b.expiresAt || (a.tokenHash < b.tokenHash ? -1 : 1)),
})
