/** How often a look is taken at whether npm is still there. */
const lookMs = 250

/**
 * `kill` of `npm start` ends npm and the shell between us, and nobody tells us. So when npm started us and our parent is gone, we
 * take it as a SIGTERM: a server that nobody can see any more would hold the port and the data folder.
 */
export function endWithNpm() {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: npm sets it for us, and no task of turbo sees it
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, lookMs)
  look.unref()
}
