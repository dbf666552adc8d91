/** What a client must keep to. Sizes in bytes of one message, rates in commands a second of one socket. */
export const LIMITS = {
  /** Above this a message is refused in words. */
  message: 16 * 1024,
  /** Above this the connection is closed; the client comes back by its cursor. */
  frame: 64 * 1024,
  commandsPerSecond: 20,
  /** Over this many times the rate, the socket is closed for a while. */
  floodFactor: 5,
  /** ms that a flooding client stays away. */
  floodBackOff: 10_000,
  httpBody: 16 * 1024,
  /** A roster of two hundred names in any script. */
  httpRoster: 128 * 1024,
  /** A card that is checked or saved. */
  httpCard: 64 * 1024,
  /** Files of cards to import, all of them together. */
  httpImport: 1024 * 1024,
  /** An exported class that is imported. */
  httpClass: 64 * 1024 * 1024,
} as const
