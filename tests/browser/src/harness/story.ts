import { test } from 'vitest'

/** Tests that tell one class from its opening to its end: after a part that failed, the rest makes no sense and is left out. */
export function story(): (part: string, tell: () => Promise<void>, limit?: number) => void {
  let broken: string | undefined
  return (part, tell, limit) => {
    test(
      part,
      async ({ skip }) => {
        if (broken !== undefined) skip(`“${broken}” has failed`)
        broken = part
        await tell()
        broken = undefined
      },
      limit,
    )
  }
}
