import type { ClassTold, DeploymentTold } from './told.ts'

/** A stretch of time in which no server of the deployment was there to let clocks run: from the last sign of life on. */
export interface Gap {
  readonly from: number
  readonly to: number
  /** Written down for all servers, who know it by its beginning; else it is found anew at each start. */
  readonly noted: boolean
}

/** One class's line between the servers. */
export interface ClassLine {
  /** Told to the other servers that hold this class; never to the one that tells. Lost without a word when it fails. */
  tell(told: ClassTold): void
  /** Resolves when others are heard, or can't be right now. */
  readonly heard: Promise<void>
  leave(): void
}

/**
 * The servers of one deployment, beside the journal that they share: when they live, and what they tell each other that is
 * never kept. Nothing that must not be lost rests on what is told here.
 */
export interface Nodes {
  /** This server's own. */
  readonly id: string
  /** False where this is the only server: then nobody else writes to the journal, and nobody is told anything. */
  readonly shared: boolean
  /** This server is there from now on. Gives the gaps before it that classes may not know of yet. */
  begin(now: number): Promise<readonly Gap[]>
  /** A sign of life. Gives gaps that came to be since this server last asked: the store was away from everybody. */
  beat(now: number): Promise<readonly Gap[]>
  /** ms between signs of life. */
  readonly beatEvery: number
  /** This server goes. */
  end(now: number): Promise<void>
  join(classId: string, hear: (from: string, told: ClassTold) => void): ClassLine
  tellAll(told: DeploymentTold): void
  hearAll(hear: (told: DeploymentTold) => void): void
  /** Called when something may have been told and not heard: after the line between the servers was cut. */
  whenDeaf(look: () => void): void
  /** The next deadline of a class, so that another server passes it if this one goes; undefined: there is none. */
  setDue(classId: string, at: number | undefined): void
  /** Classes whose deadline passed a while ago and that nobody has moved on since. Each is given to one caller at a time. */
  takeOverdue(now: number): Promise<readonly string[]>
}
