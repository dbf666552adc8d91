import type { PersonView, RoomView } from '@evenkeel/classroom'
import { rubric } from '@evenkeel/playbook'
import { type Row, row } from './row.ts'

/** Where this person is in the class, what they can do, and what comes next. */
export function whatNow(view: PersonView): Row[] {
  const { room, class: head, me } = view
  if (head === null) return [row('You are no longer in this class.', 'warning')]
  if (head.status === 'closed') return [row('The class is over. Thank you for playing.', 'title')]
  if (me.standing === 'set-aside')
    return [row('You are set aside for now. Your instructor brings you back.', 'next')]
  if (room === null)
    return [row('Now: wait. Your instructor starts a round, and then you get a seat.', 'next')]
  return [
    ...inRoom(room, head),
    row('  Always: /help calls the instructor, /note keeps a private note, /what shows this.', 'quiet'),
  ]
}

function inRoom(room: RoomView, head: NonNullable<PersonView['class']>): Row[] {
  switch (room.phase.name) {
    case 'briefing':
      return next(
        head.pace === 'room'
          ? 'Read your brief. When everyone is ready the scene begins, with a count-in.'
          : 'Read your brief. Your instructor starts the scene for everybody.',
        '/ready when you have read it · /another for another card · /brief shows it again',
      )
    case 'scene':
    case 'retake':
      if (room.phase.held === true)
        return next('The clock stands: somebody is away. It goes on when they are back.')
      return next(...sceneDoing(room, head.medium))
    case 'time-out':
      return next(
        'Time-out: the clock stands. Breathe.',
        [
          ...(room.seat === 'customer'
            ? []
            : ['/confer TEXT talks to officer and observers, not to the customer']),
          room.phase.mine === true ? '/resume goes on' : 'whoever called it, or the instructor, goes on',
        ].join(' · '),
      )
    case 'wrap-up':
      return next(
        room.seat === 'customer'
          ? 'The scene is ending. Start looking for an ending: one more line.'
          : 'The scene is ending: one more exchange, the customer first.',
        room.seat === 'observer' ? '/helped · /hurt' : 'type to speak · /do TEXT',
      )
    case 'step-out':
      return next(
        `Step out of the role. Say aloud: “${room.card.stepOut}”`,
        room.seat === 'customer'
          ? '/cue t1 [line] and /cue c2 [line] confirm what happened · /ready'
          : room.seat === 'observer'
            ? '/marks lists your marks · /name m1 paraphrase names one · /undo m1 · /ready'
            : '/ready',
      )
    case 'rating':
      return ratingDoing(room)
    case 'debrief':
      return next(
        'Talk about it: the officer first, then the customer. “When you said …, I felt …”',
        '/share shows your ratings to the instructor · /consent lets this be projected · /retake 60 plays on from 1:00 · /ready when you are done',
      )
    case 'stopped':
      return next('The scene was ended. That is all right, and nothing of it is rated.', '/ready')
    case 'done':
      return next(
        'This round is over for you. The next one begins with your instructor.',
        '/share · /consent',
      )
  }
}

function sceneDoing(room: RoomView, medium: 'spoken' | 'typed'): [string, string] {
  const { seat, phase, scenes } = room
  const begins = (scenes.at(-1)?.lines.length ?? 0) === 0
  const runs = begins ? 'A short count-in, then the scene runs.' : 'The scene runs.'
  const both = `/timeout · /stop ends it for you, and nobody is told who${phase.name === 'retake' ? ' · /endretake' : ''}`
  const speak = medium === 'typed' ? 'type to speak · /do TEXT does something · ' : 'you speak aloud · '
  switch (seat) {
    case 'customer':
      return [
        `${runs} You are here to be heard, not to win.`,
        `${speak}/hotter · /cooler · /temp 4 · /stuck · ${both}`,
      ]
    case 'officer':
      return [`${runs} Eyes up.`, `${speak}/call 1 · /call 2 · /brief · ${both}`]
    default:
      return [
        `${runs} Watch what the officer does, and what follows from it.`,
        `/helped · /hurt · /undo m1 · ${both}`,
      ]
  }
}

/** The items that were asked of this seat and have no score yet. */
export function unrated(room: RoomView, me: string): string[] {
  const own = room.ratings.find(rating => rating.by === me)?.scores ?? {}
  return room.asked.filter(item => own[item] === undefined)
}

/** The question behind an item, as this seat is asked it. */
export function question(item: string): string {
  const found = rubric.items.find(({ id }) => id === item)
  return found?.question ?? rubric.customerItems.find(({ id }) => id === item)?.text ?? item
}

function ratingDoing(room: RoomView): Row[] {
  return next(
    'Rate the scene. It may be changed until you finish; when everyone has, both briefs open.',
    `answer each question with 1 to 5, or n for not observable · /rate ITEM SCORE changes one · /sentence TEXT · /finish (${room.asked.length} items)`,
  )
}

const next = (sentence: string, doing?: string): Row[] => [
  row(`Now: ${sentence}`, 'next'),
  ...(doing === undefined ? [] : [row(`  ${doing}`, 'quiet')]),
]
