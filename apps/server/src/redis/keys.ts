/**
 * Every key of Evenkeel begins with `evenkeel:`. All keys of one class share a hash tag, so that the one function that
 * appends may touch them all, in a Redis Cluster too. So do those of people, of cards, of servers and of attempts.
 */
const classKey = (classId: string, part: string): string => `evenkeel:{class:${classId}}:${part}`

export const keys = {
  /** The version of this layout; `moving` while a deployment is written into it (move/). */
  format: 'evenkeel:format',
  /** Whose data this is: the deployment's name and an id that is made once. */
  deployment: 'evenkeel:deployment',
  /** Set of class ids. */
  classes: 'evenkeel:classes',
  /** Stream, hash and channel. */
  probe: ['evenkeel:{probe}:events', 'evenkeel:{probe}:head', 'evenkeel:{probe}:told'],
  /** Hash: id and version to the card; set of all hashes; set of ids hidden from choosing. */
  cards: 'evenkeel:{cards}:all',
  cardHashes: 'evenkeel:{cards}:hashes',
  hiddenCards: 'evenkeel:{cards}:hidden',
  /** Hashes by id, name or class. */
  instructors: 'evenkeel:{people}:instructors',
  settings: 'evenkeel:{people}:settings',
  records: 'evenkeel:{people}:classes',
  rosters: 'evenkeel:{people}:rosters',
  /** Hash: class id to the time of its closing; the first counts. */
  closed: 'evenkeel:{people}:closed',
  /** Hash: join code to the class that has it or had it last. */
  codes: 'evenkeel:{people}:codes',
  /** Sorted sets by the time at which each ends; hashes to what they are. */
  links: 'evenkeel:{people}:links',
  linkOwners: 'evenkeel:{people}:link-owners',
  sessions: 'evenkeel:{people}:sessions',
  sessionEnds: 'evenkeel:{people}:session-ends',
  screens: 'evenkeel:{people}:screens',
  screenEnds: 'evenkeel:{people}:screen-ends',
  /** Hash: digits to the screen that waits under them; screen to the class that it was given to. */
  digits: 'evenkeel:{people}:digits',
  screenClasses: 'evenkeel:{people}:screen-classes',
  /** Hash: token to a claim of a seat; sorted set by the time at which each ends. */
  claims: 'evenkeel:{people}:claims',
  claimEnds: 'evenkeel:{people}:claim-ends',
  /** Hash: token to class and handle. */
  seatTokens: 'evenkeel:{people}:seat-tokens',
  /** Hash: handle to token and seat. */
  seats: (classId: string) => `evenkeel:{people}:seats:${classId}`,
  /** Hash: name to JSON; of a class, or of the register. */
  recordRows: (of: string) => `evenkeel:records:${of}`,
  /** Hash: epoch, seq, at. */
  head: (classId: string) => classKey(classId, 'head'),
  /** Stream of one epoch; the id of an entry is its seq. */
  events: (classId: string, epoch: string) => classKey(classId, `events:${epoch}`),
  /** Hash: actor and command id to the seq of the command's first event. Outlives a rewrite. */
  commands: (classId: string) => classKey(classId, 'commands'),
  /** Hash: person id to version and name. */
  names: (classId: string) => classKey(classId, 'names'),
  /** Sharded channel: what servers that hold the class tell each other. */
  told: (classId: string) => classKey(classId, 'told'),
  /** Sorted set: server to its last sign of life; the last of all of them; list of gaps in which there was none. */
  nodes: 'evenkeel:{nodes}:beats',
  nodesAlive: 'evenkeel:{nodes}:alive',
  gaps: 'evenkeel:{nodes}:gaps',
  /** Sorted set: class to its next deadline. */
  due: 'evenkeel:{nodes}:due',
  /** Sharded channel: what every server is told. */
  toldAll: 'evenkeel:{nodes}:told',
  /** Failed attempts of one kind, of one address or all; they go away by themselves. */
  attempts: (kind: string, of: string) => `evenkeel:{attempts}:${kind}:${of}`,
  /** Set while a rewrite maps the last stretch: writers wait. Ends by itself. */
  held: (classId: string) => classKey(classId, 'held'),
  /** Sharded channel: somebody appended. */
  woke: (classId: string) => classKey(classId, 'woke'),
} as const
