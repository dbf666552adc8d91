import { countMoments, meanOf, type PlayedScene, scoresOf } from '@evenkeel/insight'
import { behaviourIds, itemIds, rubric } from '@evenkeel/playbook'

/** What a whole class did, as rows of plain text: means with their n, moments as counts, nothing netted. */
export function classSummary(scenes: readonly PlayedScene[]): string[] {
  const ratings = scenes.flatMap(scene => scene.ratings)
  const { over, customer } = scoresOf(ratings, rubric)
  const moments = countMoments(scenes.flatMap(scene => scene.moments))
  const items = itemIds.flatMap(id => {
    const { mean, n } = over.items[id]
    const title = rubric.items.find(item => item.id === id)?.title ?? id
    return mean === null ? [] : [row(title, `${mean.toFixed(1)}  (n ${n})`)]
  })
  const behaviours = behaviourIds.flatMap(id => {
    const guide = rubric.moments.find(moment => moment.id === id)
    const sign = guide?.mark === 'hurt' ? '▼' : '▲'
    return moments.behaviours[id] === 0
      ? []
      : [row(`${sign} ${guide?.title ?? id}`, String(moments.behaviours[id]))]
  })
  const { helped, hurt } = moments.unnamed
  const change = meanOf(
    scenes.flatMap(({ curve }) => {
      const [first, last] = [curve.at(0), curve.at(-1)]
      return first && last ? [last.level - first.level] : []
    }),
    () => 'no-scene',
  )
  return [
    '━'.repeat(80),
    '  Simulated class: how the room did',
    '━'.repeat(80),
    row('Scenes played', String(scenes.length)),
    row('Lines', String(scenes.reduce((sum, { lines }) => sum + lines.length, 0))),
    ...(change.mean === null
      ? []
      : [row('Temperature, end against start', `${change.mean.toFixed(1)}  (n ${change.n})`)]),
    '',
    '  Focus items, by observers (mean of 1 to 5)',
    ...items,
    ...(customer.mean === null
      ? []
      : ['', row('Customers, all five', `${customer.mean.toFixed(1)}  (n ${customer.n})`)]),
    '',
    '  Moments, as marked',
    ...behaviours,
    ...(helped + hurt === 0 ? [] : [row('Without a name', `${helped} ▲  ${hurt} ▼`)]),
  ]
}

const row = (what: string, value: string) => `    ${what.padEnd(34)}${value}`
