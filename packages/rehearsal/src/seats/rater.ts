import type { SceneView, Score, Seat } from '@evenkeel/classroom'
import { type BehaviourId, type Language, markOf, rubric } from '@evenkeel/playbook'
import type { Seeded } from '../seeded.ts'
import { level } from '../steps.ts'
import { toldBy } from './told.ts'

export interface Rated {
  readonly scores: Record<string, Score>
  readonly sentence: string
}

/** Scores of what this seat is asked, from what it could see: the customer goes by how it felt, the others by the lines. */
export function rate(
  seat: Seat,
  asked: readonly string[],
  scene: SceneView,
  language: Language,
  seeded: Seeded,
): Rated {
  const seen = scene.lines.filter(line => line.seat === 'officer').flatMap(line => toldBy(line, language))
  const scores: Record<string, Score> = {}
  for (const item of asked) {
    if (seat === 'customer') scores[item] = felt(scene, seeded)
    // Spoken scenes leave no lines: who was there remembers, and raters differ.
    else if (scene.lines.length === 0) scores[item] = score(2.5 + seeded.next() * 2)
    else scores[item] = shown(item, seen, seat, seeded)
  }
  return { scores, sentence: sentence(seat, scene, language, seeded) }
}

function felt({ curve }: SceneView, seeded: Seeded): Score {
  const end = curve?.at(-1)?.level ?? 4
  // Whoever was once furious remembers it, however well it ended.
  const scar = curve?.some(point => point.level >= 6) === true ? 0.6 : 0
  return score(5.5 - end * 0.7 - scar + (seeded.next() - 0.5) * 1.4)
}

function shown(item: string, seen: readonly BehaviourId[], seat: Seat, seeded: Seeded): Score {
  const guides = rubric.moments.filter(({ bearsOn }) => bearsOn.some(known => known === item))
  const about = seen.filter(behaviour => guides.some(({ id }) => id === behaviour))
  if (about.length === 0 && item !== 'composure') {
    return seat === 'observer' && seeded.maybe(0.8) ? 'not-observable' : 2
  }
  const helped = about.filter(behaviour => markOf(behaviour) === 'helped').length
  // Officers are harder on themselves than those who watch them.
  const modest = seat === 'officer' ? 0.5 : 0
  return score(3 + helped * 0.7 - (about.length - helped) * 0.8 - modest + (seeded.next() - 0.5) * 1.2)
}

function score(value: number): Score {
  const whole = level(value)
  return whole > 5 ? 5 : (whole as Score)
}

function sentence(seat: Seat, scene: SceneView, language: Language, seeded: Seeded): string {
  const told = (mark: 'helped' | 'hurt') =>
    seeded
      .shuffled(scene.lines.filter(line => line.seat === 'officer' && line.how === 'say'))
      .find(line => toldBy(line, language).some(behaviour => markOf(behaviour) === mark))
  const good = told('helped')
  const bad = told('hurt')
  if (seat === 'officer') {
    return bad === undefined
      ? 'I listened first, and the rest was easier. Next time I ask sooner what is behind it.'
      : 'I heard it too late. Next time I begin with the person and not with the rule.'
  }
  const line = seeded.maybe(0.7) ? (good ?? bad) : (bad ?? good)
  if (line === undefined) {
    return seat === 'customer' ? 'I could say what I came to say.' : 'They found a way to talk to each other.'
  }
  const quote = line.text.length > 70 ? `${line.text.slice(0, 68).trimEnd()}…` : line.text
  const helped = line === good
  if (seat === 'customer') {
    return helped
      ? `When you said “${quote}”, I felt taken seriously.`
      : `When you said “${quote}”, I felt sent away.`
  }
  return helped
    ? `When you said “${quote}”, I saw the shoulders drop.`
    : `When you said “${quote}”, I saw the door close.`
}
