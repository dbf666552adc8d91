import type { Command } from './command.ts'
import { changePlannedCard, moveInPlan, swapInPlan } from './decide/arrange.ts'
import type { Decision } from './decide/decision.ts'
import { already } from './decide/decision.ts'
import { mergePeople, undoMerge } from './decide/merge-people.ts'
import * as move from './decide/move.ts'
import { confirmCue, correctCurve, mark, nameMoment, undoMoment } from './decide/observe.ts'
import { openRoom } from './decide/open-room.ts'
import * as opening from './decide/opening.ts'
import * as people from './decide/people.ts'
import * as plan from './decide/plan.ts'
import * as radio from './decide/radio.ts'
import * as rating from './decide/rate.ts'
import { endRetake, startRetake } from './decide/retake.ts'
import * as scene from './decide/scene.ts'
import * as seating from './decide/seating.ts'
import { pickLine, shareLine, showLines } from './decide/share-line.ts'
import { LATEST_TAKE_ALONG, showTakeAlongs, takeAlong } from './decide/take-along.ts'
import { callTimeOut, confer, endTimeOut } from './decide/time-out.ts'
import { personOf } from './find.ts'
import { SERVER } from './ids.ts'
import { assertNever } from './never.ts'
import { INSTRUCTOR_COMMANDS, SERVER_COMMANDS } from './permits.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { ClassState } from './state.ts'

/**
 * What a command makes happen in a class, or why not. Pure and total: time, chance and who is asking come in with the
 * command. A refusal changes nothing.
 */
export function decide(command: Command, state: ClassState): Decision {
  // Event time never goes backwards, so neither does what is reckoned from it when a server's clock is set back.
  const timely: Command = command.at < state.at ? { ...command, at: state.at } : command
  return notAdmitted(timely, state) ?? carryOut(timely, state)
}

/** What holds for every command, before its own rules. */
function notAdmitted(command: Command, state: ClassState): Decision | undefined {
  if (command.type === 'OpenClass') return command.actor === SERVER ? undefined : notYours
  if (state.status === 'unopened') return refuse('gone', 'This class is not open.')
  if (SERVER_COMMANDS.has(command.type)) {
    if (command.actor !== SERVER) return notYours
  } else {
    const person = command.actor === SERVER ? undefined : personOf(state, command.actor)
    if (person === undefined) return refuse('not-allowed', 'You are not in this class.')
    if (person.standing === 'removed' || person.standing === 'blocked') {
      return refuse('not-allowed', 'You are no longer in this class.')
    }
    if (INSTRUCTOR_COMMANDS.has(command.type) && person.role !== 'instructor') return notYours
  }
  if (state.status !== 'closed') return undefined
  // On the way home something comes to mind.
  const since = command.at - (state.closedAt ?? command.at)
  if (command.type === 'TakeAlong' && since <= LATEST_TAKE_ALONG) return undefined
  // What somebody agreed to they may take back for as long as there is something to take back.
  if (command.type === 'ShareLine' && !command.data.on) return undefined
  return PASSES_BY.has(command.type) ? already : refuse('closed', 'This class is over.')
}

/** What the server notices by itself and what no longer matters once a class is over. */
const PASSES_BY: ReadonlySet<Command['type']> = new Set([
  'NoteAway',
  'NoteBack',
  'PassDeadline',
  'ShiftClocks',
])

const notYours: Refusal = refuse('not-allowed', 'Only an instructor can do that.')

function carryOut(command: Command, state: ClassState): Decision {
  switch (command.type) {
    case 'OpenClass':
      return opening.openClass(state, command)
    case 'JoinClass':
      return opening.joinClass(state, command)
    case 'NamePerson':
      return opening.namePerson(state, command)
    case 'LockClass':
      return opening.lockClass(state, command)
    case 'ChangeSettings':
      return opening.changeSettings(state, command)
    case 'ShiftClocks':
      return opening.shiftClocks(state, command)
    case 'Announce':
      return opening.announce(state, command)
    case 'CloseClass':
      return opening.closeClass(state, command)
    case 'SetReading':
      return people.setReading(state, command)
    case 'CallHelp':
      return people.callHelp(state, command)
    case 'EndHelp':
      return people.endHelp(state, command)
    case 'HoldOnPaper':
      return people.holdOnPaper(state, command)
    case 'SetAside':
      return people.setAside(state, command)
    case 'BringBack':
      return people.bringBack(state, command)
    case 'RemovePerson':
      return people.removePerson(state, command)
    case 'MergePeople':
      return mergePeople(state, command)
    case 'UndoMerge':
      return undoMerge(state, command)
    case 'NoteAway':
      return people.noteAway(state, command)
    case 'NoteBack':
      return people.noteBack(state, command)
    case 'PlanRound':
      return plan.planRound(state, command)
    case 'ChangePlan':
      return plan.changePlan(state, command)
    case 'MoveInPlan':
      return moveInPlan(state, command)
    case 'SwapInPlan':
      return swapInPlan(state, command)
    case 'ChangePlannedCard':
      return changePlannedCard(state, command)
    case 'StartRound':
      return plan.startRound(state, command)
    case 'SeatPerson':
      return seating.seatPerson(state, command)
    case 'SwapSeats':
      return seating.swapSeats(state, command)
    case 'OpenRoom':
      return openRoom(state, command)
    case 'AskAnotherCard':
      return seating.askAnotherCard(state, command)
    case 'ChangeCard':
      return seating.changeCard(state, command)
    case 'Ready':
      return move.ready(state, command)
    case 'ReadyFor':
      return move.readyFor(state, command)
    case 'Next':
      return move.next(state, command)
    case 'MoveRoom':
      return move.moveRoom(state, command)
    case 'EndRoom':
    case 'Stop':
      return move.stop(state, command)
    case 'AddTime':
      return move.addTime(state, command)
    case 'PassDeadline':
      return move.passDeadline(state, command)
    case 'CallTimeOut':
      return callTimeOut(state, command)
    case 'EndTimeOut':
      return endTimeOut(state, command)
    case 'Confer':
      return confer(state, command)
    case 'Speak':
      return scene.speak(state, command)
    case 'SetTemperature':
      return scene.setTemperature(state, command)
    case 'MakeCall':
      return radio.makeCall(state, command)
    case 'AnswerCall':
      return radio.answerCall(state, command)
    case 'DropTwist':
      return scene.dropTwist(state, command)
    case 'Whisper':
      return scene.whisper(state, command)
    case 'Mark':
      return mark(state, command)
    case 'NameMoment':
      return nameMoment(state, command)
    case 'UndoMoment':
      return undoMoment(state, command)
    case 'ConfirmCue':
      return confirmCue(state, command)
    case 'CorrectCurve':
      return correctCurve(state, command)
    case 'Rate':
      return rating.rate(state, command)
    case 'FinishRating':
      return rating.finishRating(state, command)
    case 'ShareRatings':
      return rating.shareRatings(state, command)
    case 'Consent':
      return rating.consent(state, command)
    case 'TakeAlong':
      return takeAlong(state, command)
    case 'ShowTakeAlongs':
      return showTakeAlongs(state, command)
    case 'ShareLine':
      return shareLine(state, command)
    case 'PickLine':
      return pickLine(state, command)
    case 'ShowLines':
      return showLines(state, command)
    case 'ProjectDebrief':
      return rating.projectDebrief(state, command)
    case 'WriteNote':
      return rating.writeNote(state, command)
    case 'StartRetake':
      return startRetake(state, command)
    case 'EndRetake':
      return endRetake(state, command)
    default:
      return assertNever(command)
  }
}
