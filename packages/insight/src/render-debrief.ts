import type { PersonId } from '@evenkeel/classroom'
import { bands, stepOf, type Temperature } from '@evenkeel/playbook'
import { type Heat, NO_LEVEL_SAYS } from './heat.ts'
import type { PlayedScene } from './played-scene.ts'
import { type SceneScores, scoresOf } from './scores.ts'
import { clock } from './terminal/clock.ts'
import { columnsOf, cut, plain } from './terminal/columns.ts'
import { curveChart } from './terminal/curve-chart.ts'
import { momentList } from './terminal/moment-list.ts'
import { customerTable, ratingTable } from './terminal/rating-table.ts'
import { hanging } from './terminal/spoken-words.ts'
import { swingList } from './terminal/swing-list.ts'
import { type Timeline, timelineOf } from './timeline.ts'
import { whatMovedIt } from './what-moved-it.ts'

export interface DebriefOptions {
  /** Names by person id; whoever is not in it is shown by their id. */
  readonly names?: Readonly<Record<PersonId, string>>
  /** Columns of the terminal. Below 60 it is laid out for 60, above 140 for 140. Default 80. */
  readonly width?: number
}

const NARROWEST = 60
const WIDEST = 140

/**
 * A scene's debrief as rows of plain text: no colours, no control characters, no row wider than the width. Shows every
 * rating that the scene has: whoever shows it to somebody leaves out beforehand what they may not see.
 */
export function renderDebrief(scene: PlayedScene, options: DebriefOptions = {}): string[] {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width ?? 80)))
  const { names = {} } = options
  const name = (person: PersonId) =>
    plain(Object.hasOwn(names, person) ? (names[person] ?? '') : '') || person
  const timeline = timelineOf(scene)
  const scores = scoresOf(scene.ratings, scene.rubric)
  const rule = '━'.repeat(width)
  return [
    rule,
    ...title(scene, width),
    rule,
    ...castRows(scene, name, width),
    ...section('Temperature', temperature(timeline, width), width),
    ...section('Moments', orSay(momentList(scene, timeline, name, width), 'Nobody named a moment.'), width),
    ...section('What moved it', movedIt(scene, width), width),
    ...section('Ratings', ratings(scene, scores, name, width), width),
    ...section('In their words', sentences(scene, name, width), width),
  ].map(row => row.trimEnd())
}

function section(heading: string, rows: readonly string[], width: number): string[] {
  if (rows.length === 0) return []
  return ['', `  ${heading} ${'─'.repeat(width - columnsOf(heading) - 3)}`, '', ...rows]
}

const orSay = (rows: readonly string[], sentence: string): readonly string[] =>
  rows.length > 0 ? rows : [`  ${sentence}`]

function title(scene: PlayedScene, width: number): string[] {
  const where = `${scene.roundKind === 'fishbowl' ? 'Fishbowl' : `Round ${scene.round}`}, spot ${scene.spot}`
  const { fork } = scene
  const retake =
    fork === null ? [] : [`  Retake from ${clock(fork.offset)}${fork.swapped ? ', seats swapped' : ''}`]
  const early = scene.stopped ? ', ended early' : ''
  return [
    cut(`  ${plain(scene.card.title)}`, width),
    cut(`  ${where} · ${scene.medium} · ${clock(scene.played)} played${early}`, width),
    ...retake,
  ]
}

function castRows({ cast }: PlayedScene, name: (person: PersonId) => string, width: number): string[] {
  const row = (seat: string, people: readonly (PersonId | null)[]) => {
    const seated = people.flatMap(person => (person === null ? [] : [name(person)]))
    return hanging(`  ${seat.padEnd(10)}`, seated.join(', ') || 'nobody', width)
  }
  return [
    ...row('Customer', [cast.customer]),
    ...row('Officer', [cast.officer]),
    ...(cast.observers.length === 0
      ? []
      : row(cast.observers.length === 1 ? 'Observer' : 'Observers', cast.observers)),
  ]
}

function temperature(timeline: Timeline, width: number): string[] {
  const { mean } = timeline.heat
  if (mean.level === null) return [`  ${NO_LEVEL_SAYS[mean.because]}`]
  const chart = curveChart(timeline, width)
  const sentences = [
    wayOf(timeline),
    inBands(timeline.heat, mean.level),
    ...(chart.several ? ['A digit stands for so many marks in one place.'] : []),
    ...remarks(timeline),
  ]
  return [...chart.rows, '', ...sentences.flatMap(sentence => hanging('  ', sentence, width))]
}

function wayOf({ segments, heat: { start, peak, end } }: Timeline): string {
  if (segments.length === 1 && start === end) return `It stayed at ${word(start)}.`
  return `Started ${word(start)}, peaked at ${word(peak)}, ended ${word(end)}.`
}

function inBands({ within }: Heat, mean: number): string {
  const times = bands.map(({ id }) => `${id} ${clock(within[id])}`)
  return `Time ${times.join(', ')}. Mean ${mean.toFixed(1)} of 7.`
}

const word = (level: Temperature | null): string => (level === null ? 'unknown' : stepOf(level).word)

function remarks({ first, heat }: Timeline): string[] {
  if (first !== null) return ['Corrected by the customer afterwards; · is the curve as first tapped.']
  return heat.moves === 0 ? ['The customer never moved it: this is where the card starts.'] : []
}

function movedIt(scene: PlayedScene, width: number): readonly string[] {
  return orSay(swingList(scene, whatMovedIt(scene), width), 'No rise or fall of two steps.')
}

function ratings(
  scene: PlayedScene,
  scores: SceneScores,
  name: (person: PersonId) => string,
  width: number,
): readonly string[] {
  if (scene.fork !== null) return []
  const table = ratingTable(scores, scene.rubric, name, width)
  const customer = customerTable(scores, scene.rubric, name, width)
  const gap = table.length > 0 && customer.length > 0 ? [''] : []
  return orSay(
    [...table, ...gap, ...customer],
    scene.stopped ? 'It ended early, so nothing was rated.' : 'Nobody rated this scene.',
  )
}

const RATER_SAYS = {
  self: 'officer',
  customer: 'customer',
  observer: 'observer',
  instructor: 'instructor',
} as const

function sentences(scene: PlayedScene, name: (person: PersonId) => string, width: number): string[] {
  return scene.ratings
    .filter(rating => plain(rating.sentence) !== '')
    .flatMap(rating => [
      `  ${name(rating.by)}, ${RATER_SAYS[rating.as]}`,
      ...hanging('    ', `“${plain(rating.sentence)}”`, width, 4),
    ])
}
