import type { OwnScene, SceneView, TakeAlong } from '@evenkeel/classroom/view'
import { ladder as english, type Rubric, rubric } from '@evenkeel/playbook/words'
import { playWords } from '../words/en/play.ts'
import { roleWords } from '../words/en/product.ts'
import { offsetText } from './stage.ts'

const text = playWords.ownCopy

/** The playbook's words in the class's language, which its cards are in too. */
export interface CopyWords {
  readonly rubric: Pick<Rubric, 'language' | 'items' | 'customerItems' | 'moments'>
  readonly steps: typeof english
}

export interface OwnCopy {
  readonly title: string
  readonly person: string
  readonly names: Readonly<Record<string, string>>
  readonly scenes: readonly OwnScene[]
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const plain = (written: string): string => written.replace(/[&<>"]/g, mark => MARKS[mark] ?? '')
const own = (written: string): string => `<span dir="auto">${plain(written)}</span>`
const inClass = ({ rubric }: CopyWords, written: string): string =>
  `<span dir="auto" lang="${rubric.language}">${plain(written)}</span>`
const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`
const part = (title: string, body: string): string => (body === '' ? '' : `<h3>${plain(title)}</h3>${body}`)

/** One page that needs nothing else: no script, nothing from any server, readable in twenty years. */
export function ownCopyPage(
  copy: OwnCopy,
  takeAlong: TakeAlong | null,
  words: CopyWords = { rubric, steps: english },
): string {
  const name = (person: string) => plain(copy.names[person] ?? text.somebody)
  const taken =
    takeAlong === null
      ? ''
      : list(
          [
            [playWords.takeAlong.keep, takeAlong.keep],
            [playWords.takeAlong.tryOut, takeAlong.tryOut],
            [playWords.takeAlong.note, takeAlong.note],
          ].flatMap(([label = '', written = '']) =>
            written === '' ? [] : [`<b>${plain(label)}</b> ${own(written)}`],
          ),
        )
  const body = [
    `<h1>${own(copy.title)}</h1>`,
    `<p>${plain(text.of)} <bdi>${name(copy.person)}</bdi></p>`,
    part(playWords.takeAlong.title, taken),
    copy.scenes.length === 0 ? `<p>${plain(text.none)}</p>` : '',
    ...copy.scenes.map(room => roomPart(room, copy.person, name, words)),
  ].join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(copy.title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark;overflow-wrap:anywhere}h2{margin-top:2.5rem;border-top:1px solid;padding-top:1rem}li{margin:.3rem 0}time{opacity:.7}h2,h3{break-after:avoid}li{break-inside:avoid}</style>
</head><body>
${body}
</body></html>
`
}

function roomPart(room: OwnScene, me: string, name: (person: string) => string, words: CopyWords): string {
  const { seats, shared, scenes, ratings, notes } = room
  const sat = [
    ...(seats.customer === null ? [] : [[roleWords.customer, seats.customer] as const]),
    ...(seats.officer === null ? [] : [[roleWords.officer, seats.officer] as const]),
    ...seats.observers.map(person => [roleWords.observer, person] as const),
  ]
  const given = ratings.filter(({ sentence, scores }) => sentence !== '' || Object.keys(scores).length > 0)
  return [
    `<h2>${plain(text.round(room.round))}: ${inClass(words, room.title)}</h2>`,
    `<p>${inClass(words, shared.where)} ${inClass(words, shared.happened)}</p>`,
    list(sat.map(([role, person]) => `${plain(role)}: <bdi>${name(person)}</bdi>`)),
    ...scenes.map((scene, index) => scenePart(scene, index, name, words)),
    part(
      playWords.debrief.ratings,
      list(
        given.map(rating => {
          const whose = rating.by === me ? text.mine : `${plain(text.from)} <bdi>${name(rating.by)}</bdi>`
          const scores = Object.entries(rating.scores).map(
            ([item, score]) =>
              `${inClass(words, titleOf(words, item).replace(/\.$/, ''))}: ${score === 'not-observable' ? plain(playWords.rating.notObservable) : score}`,
          )
          return `${whose} ${rating.sentence === '' ? '' : own(rating.sentence)}${list(scores)}`
        }),
      ),
    ),
    part(playWords.closing.notes, list(notes.map(note => own(note.text)))),
  ].join('\n')
}

function scenePart(
  scene: SceneView,
  index: number,
  name: (person: string) => string,
  words: CopyWords,
): string {
  const curve = (scene.corrected ?? scene.curve ?? []).map(
    ({ level, offset }) =>
      `<time>${offsetText(offset)}</time> ${inClass(words, words.steps[level - 1]?.word ?? '')}`,
  )
  const lines = scene.lines.map(
    ({ by, how, text: said, offset }) =>
      `<time>${offsetText(offset)}</time> <b><bdi>${name(by)}</bdi></b> ${how === 'do' ? `<i>${own(said)}</i>` : own(said)}`,
  )
  const moments = scene.moments.map(({ mark, behaviour, offset, words: remembered }) => {
    const title = words.rubric.moments.find(({ id }) => id === behaviour)?.title ?? ''
    const quote = remembered === undefined ? '' : ` “${own(remembered)}”`
    const about = title === '' ? '' : `: ${inClass(words, title)}`
    return `<time>${offsetText(offset)}</time> ${plain(playWords.scene[mark])}${about}${quote}`
  })
  return [
    index === 0 ? '' : `<h3>${plain(playWords.debrief.retake(index))}</h3>`,
    part(playWords.debrief.transcript, list(lines)),
    part(playWords.debrief.curve, list(curve)),
    part(playWords.debrief.moved, list(moments)),
  ].join('\n')
}

const titleOf = ({ rubric }: CopyWords, item: string): string =>
  rubric.items.find(({ id }) => id === item)?.title ??
  rubric.customerItems.find(({ id }) => id === item)?.text ??
  item
