import type { View } from './view.ts'

export type Path = readonly (string | number)[]

/**
 * How a view changes. `view`: the viewer's standing changed, the old view is dropped whole. `put`: the value at the path
 * is replaced (a record's entry may be new). `add`: an item is appended to the list at the path.
 */
export type ViewEvent =
  | { readonly op: 'view'; readonly view: View }
  | { readonly op: 'put'; readonly path: Path; readonly value: unknown }
  | { readonly op: 'add'; readonly path: Path; readonly item: unknown }

/** The view after one more view event; the given view is left as it was. Throws if the path leads nowhere. */
export function applyViewEvent<V>(view: V, event: ViewEvent): V {
  switch (event.op) {
    case 'view':
      return event.view as V
    case 'put':
      return change(view, event.path, 0, () => event.value) as V
    case 'add':
      return change(view, event.path, 0, list => {
        if (!Array.isArray(list)) throw new Error(`no list at ${event.path.join('.')}`)
        return [...list, event.item]
      }) as V
  }
}

function change(value: unknown, path: Path, depth: number, make: (old: unknown) => unknown): unknown {
  const key = path[depth]
  if (key === undefined) return make(value)
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || key > value.length) throw new Error(`no entry ${path.join('.')}`)
    const copy = [...value]
    copy[key] = change(value[key], path, depth + 1, make)
    return copy
  }
  if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path.join('.')}`)
  // Own properties only, and never through a prototype's name.
  const old = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
  return { ...value, [key]: change(old, path, depth + 1, make) }
}
