/** The oldest Node that every part runs on: `require(esm)` and Vite 8 both need it. */
const oldest = [20, 19]

/**
 * The sentence for somebody whose Node is too old, or `undefined` when it is new enough.
 * @param {string} version such as `20.20.2`, without the `v`
 * @returns {string | undefined}
 */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `Evenkeel needs Node ${oldest.join('.')} or newer and this is Node ${version}: please install Node 24 LTS from https://nodejs.org and try again.`
}

/** Ends the process with one sentence when Node is too old. Only old syntax here: an old Node has to be able to read it. */
export function refuseOldNode() {
  const sentence = tooOld(process.versions.node)
  if (sentence === undefined) return
  console.error(sentence)
  process.exit(1)
}
