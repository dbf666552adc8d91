/** A package in `package-lock.json`: an installed one under `node_modules/`, or a workspace, to which a link there points. */
export interface LockedPackage {
  readonly link?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/**
 * Where everything lies that `npm ci --omit=dev` installs for a workspace: what it needs, what that needs, and so on, each found as
 * Node finds it, from the nearest node_modules upwards. A peer that nobody installed is left out.
 */
export function productionClosure(
  packages: Readonly<Record<string, LockedPackage>>,
  workspace: string,
): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [workspace]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found.has(place)) continue
    found.add(place)
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const next = resolved(packages, place, name)
      if (next !== undefined) waiting.push(next)
      else if (dependencies?.[name] !== undefined)
        throw new Error(`${place} needs ${name}, and nobody locked it`)
    }
  }
  return found
}

function resolved(
  packages: Readonly<Record<string, LockedPackage>>,
  from: string,
  name: string,
): string | undefined {
  for (let folder = from; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    const locked = packages[place]
    if (locked !== undefined) return locked.link ? locked.resolved : place
    if (folder === '') return undefined
  }
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place
