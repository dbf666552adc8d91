import type { ProjectorView } from '@evenkeel/classroom/view'
import {
  agreedFishbowl,
  closed,
  crowdedLobby,
  emptyDebrief,
  fishbowl,
  inStep,
  lobby,
  NOON,
  noAgreement,
  remote,
  rightToLeft,
  saidToAll,
  shownDebrief,
  takenAlong,
  wayIn,
  workedLines,
} from '../project/made-up-walls.ts'
import { ProjectScreen } from '../project/project-screen.tsx'
import type { Shown } from './shown.ts'

const steps = ['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const

const walls: Readonly<Record<string, ProjectorView>> = {
  lobby,
  'lobby, crowded': crowdedLobby,
  'lobby, right to left': rightToLeft,
  ...Object.fromEntries(steps.map(step => [`step: ${step}`, inStep(step, NOON + 154_000)])),
  remote,
  'fishbowl, no marks': fishbowl(0, 0),
  'fishbowl, many': fishbowl(128, 47),
  'fishbowl, agreement': agreedFishbowl,
  'fishbowl, no agreement': noAgreement,
  'said to all': saidToAll(inStep('briefing', NOON + 154_000)),
  'taken along, none': takenAlong(0),
  'taken along, many': takenAlong(30),
  'lines that worked': workedLines(5),
  'lines that worked, none': workedLines(0),
  'lines that worked, the most and the longest': workedLines(8, 22),
  debrief: shownDebrief,
  'debrief, empty': emptyDebrief,
  closed,
}

export const projectStates: readonly Shown[] = Object.entries(walls).map(([state, view]) => ({
  panel: 'project',
  state,
  make: () => <ProjectScreen view={view} wayIn={wayIn} now={NOON} />,
}))
