import type { PersonView, RoomView } from '@evenkeel/classroom'
import { briefRows, ladderRows, type NameOf, seatRows } from './brief-rows.ts'
import { type Row, row } from './row.ts'
import { lineRow, sceneNews } from './scene-rows.ts'
import { question, unrated, whatNow } from './what-now.ts'

/** What to print when a view has changed: what is new, and after a change of phase what comes next. */
export function news(before: PersonView | undefined, after: PersonView, nameOf: NameOf): Row[] {
  if (before === undefined) return [...classRows(after), ...arrival(after, nameOf)]
  if (standingOf(before) !== standingOf(after)) return arrival(after, nameOf)
  if (before.room === null || after.room === null) return helpNews(before, after)
  const rows = roomNews(before.room, after.room, after, nameOf)
  const moved =
    before.room.phase.name !== after.room.phase.name || before.room.phase.held !== after.room.phase.held
  return [...helpNews(before, after), ...rows, ...(moved ? phaseRows(after) : ratingNews(before, after))]
}

/** The class and who sees what, told once to whoever comes in. */
function classRows({ class: head }: PersonView): Row[] {
  if (head === null) return []
  const assessed = head.kind === 'assessed'
  return [
    row(`${head.title}: ${assessed ? 'an ASSESSED class' : 'a PRACTICE class'}, ${head.medium}.`, 'title'),
    row(
      assessed
        ? '  Your instructor sees every scene and all ratings.'
        : '  Mistakes are the point. Your instructor sees scenes; ratings only if the two of you share them.',
    ),
    row('  Your private notes are yours alone. Anyone may stop a scene with /stop; nobody is told who.'),
  ]
}

/** Everything that changes when somebody gets another seat, another card, or loses theirs. */
function standingOf({ me, class: head, room }: PersonView): string {
  return [me.standing, head?.status, room?.id, room?.seat, room?.card.title, room?.scene].join(' ')
}

function arrival(view: PersonView, nameOf: NameOf): Row[] {
  const { room } = view
  if (room === null || view.class?.status !== 'open') return whatNow(view)
  const scene = room.scenes.at(-1)
  const briefing = room.phase.name === 'briefing'
  return [
    row(''),
    ...seatRows(room, nameOf),
    ...(briefing ? briefRows(room) : []),
    ...(briefing && room.seat !== 'officer' ? ladderRows() : []),
    ...(scene?.fork ? [row('A retake: the moment again, from here.', 'title')] : []),
    ...(scene?.lines ?? []).map(line => lineRow(line, nameOf)),
    ...phaseRows(view),
  ]
}

function phaseRows(view: PersonView): Row[] {
  const { room } = view
  const heading = room === null ? [] : [row(''), row(`── ${room.phase.name} ${'─'.repeat(40)}`, 'title')]
  return [...heading, ...whatNow(view), ...asking(view)]
}

/** The next question of the rating, one at a time. */
function asking({ room, me }: PersonView): Row[] {
  if (room?.phase.name !== 'rating' || room.finished.includes(me.person)) return []
  const [item] = unrated(room, me.person)
  if (item === undefined)
    return [row('  All answered. One sentence with /sentence if you like, then /finish.', 'next')]
  return [row(`  ${question(item)}  (${item}: 1 to 5, or n)`, 'next')]
}

function ratingNews(before: PersonView, after: PersonView): Row[] {
  return before.room?.ratings === after.room?.ratings ? [] : asking(after)
}

function helpNews(before: PersonView, after: PersonView): Row[] {
  if (before.me.help === after.me.help) return []
  return [
    row(after.me.help ? '  Your instructor has been called.' : '  Your call for help is answered.', 'next'),
  ]
}

function roomNews(before: RoomView, after: RoomView, view: PersonView, nameOf: NameOf): Row[] {
  const [old, now] = [before.scenes.at(-1), after.scenes.at(-1)]
  const fresh = (list: readonly string[], known: readonly string[]) =>
    list.filter(who => !known.includes(who))
  return [
    ...(old && now ? sceneNews(old, now, view, nameOf) : []),
    ...after.whispers
      .slice(before.whispers.length)
      .map(({ text }) => row(`  Your instructor whispers: ${text}`, 'next')),
    ...after.asides
      .slice(before.asides.length)
      .map(({ by, text }) => row(`  ${nameOf(by)}, aside: ${text}`, 'observer')),
    ...fresh(after.away, before.away).map(who =>
      row(`  ${nameOf(who)} is away. Their seat is kept.`, 'warning'),
    ),
    ...fresh(before.away, after.away).map(who => row(`  ${nameOf(who)} is back.`, 'quiet')),
    ...fresh(after.ready, before.ready).map(who => row(`  ${nameOf(who)} is ready.`, 'quiet')),
    ...fresh(after.finished, before.finished).map(who =>
      row(`  ${nameOf(who)} has finished rating.`, 'quiet'),
    ),
    ...(after.notes.length > before.notes.length
      ? [row('  Your note is kept, for you alone.', 'quiet')]
      : []),
    ...agreed(before, after),
  ]
}

function agreed(before: RoomView, after: RoomView): Row[] {
  return [
    ...(before.sharing === after.sharing
      ? []
      : [row(after.sharing ? '  You share your ratings.' : '  Your ratings are yours again.', 'quiet')]),
    ...(before.consented === after.consented
      ? []
      : [
          row(
            after.consented ? '  You agree that this may be projected.' : '  You no longer agree.',
            'quiet',
          ),
        ]),
  ]
}
