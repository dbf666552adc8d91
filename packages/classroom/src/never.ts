/** Reached only if a union got a member that a switch does not know: the compiler says so first. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`)
}
