/**
 * 128 random bits as 22 letters and digits. `crypto.randomUUID` is missing on plain http, which is what a classroom has;
 * `getRandomValues` is there.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
