import type { ConsoleView } from '@evenkeel/classroom/view'

/**
 * Names for the console: of two people with one name the later one gets a number behind it, so that nobody is moved or
 * removed in place of somebody else. In the order of joining, so that a number stays with its person.
 */
export function toldApart(
  names: Readonly<Record<string, string>>,
  people: ConsoleView['people'],
): Readonly<Record<string, string>> {
  const times = new Map<string, number>()
  const inOrder = Object.entries(people).sort(
    ([a, one], [b, other]) => one.joinedAt - other.joinedAt || numberOf(a) - numberOf(b),
  )
  const told = inOrder.flatMap(([id, { standing }]) => {
    const name = names[id]
    if (name === undefined) return []
    // Who left keeps no number from those who are here.
    if (standing === 'removed' || standing === 'blocked') return [[id, name] as const]
    const key = name.normalize('NFKC').toLowerCase()
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return [[id, time === 1 ? name : `${name} (${time})`] as const]
  })
  return { ...names, ...Object.fromEntries(told) }
}

const numberOf = (id: string) => Number(id.slice(1))
