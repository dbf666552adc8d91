import { createHash, timingSafeEqual } from 'node:crypto'

/** Cryptographic random bytes; injected, so that a test can repeat them. */
export type RandomBytes = (count: number) => Buffer

const TOKEN = /^[\w-]{22}$/

/** 128 random bits as 22 base64url characters. */
export const newToken = (random: RandomBytes): string => random(16).toString('base64url')

/** Spares the store a look-up for what was never a token. */
export const isToken = (text: string | undefined): text is string => text !== undefined && TOKEN.test(text)

/**
 * What is stored in a token's place: its SHA-256 as base64url. A plain hash is enough, because nobody can guess
 * 128 random bits; a passcode, which people choose, gets scrypt.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Compares two hashes in a time that tells nothing about where they differ. */
export function sameHash(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
