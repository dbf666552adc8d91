import type { ChildProcess } from 'node:child_process'

/** ms that a process which was asked to end is waited for. */
const ENDS_WITHIN = 10_000

const isGone = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** Resolves when it is gone; at once if it is. */
function gone(child: ChildProcess): Promise<void> {
  if (isGone(child)) return Promise.resolve()
  return new Promise(resolve => child.once('exit', () => resolve()))
}

export async function killed(child: ChildProcess): Promise<void> {
  const end = gone(child)
  if (!isGone(child)) child.kill('SIGKILL')
  await end
}

/** Asks it to end. What does not is killed, and then this rejects. */
export async function ended(child: ChildProcess, ask: () => void, within = ENDS_WITHIN): Promise<void> {
  const end = gone(child)
  if (isGone(child)) return
  ask()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), within)
  })
  const which = await Promise.race([end, late])
  clearTimeout(timer)
  if (which !== 'late') return
  await killed(child)
  throw new Error(`A process did not end ${within / 1_000} s after it was asked to, and was killed.`)
}
