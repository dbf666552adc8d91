import type { People } from './port.ts'

/** The part of the store's thread that people need. */
interface Thread {
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>
}

/** People in the journal's data file, over the journal's connection: a name commits with its event. */
export function sqlitePeople(thread: Thread): People {
  const call = <T>(name: keyof People, ...args: readonly unknown[]): Promise<T> =>
    thread.call(`people.${name}`, ...args)
  return {
    names: classId => call('names', classId),
    erase: (classId, personId) => call('erase', classId, personId),
    addInstructor: instructor => call('addInstructor', instructor),
    instructors: () => call('instructors'),
    setting: name => call('setting', name),
    setSetting: (name, value) => call('setSetting', name, value),
    claimSetting: (name, value) => call('claimSetting', name, value),
    putLink: (hash, expiresAt, instructorId) => call('putLink', hash, expiresAt, instructorId),
    takeLink: (hash, now) => call('takeLink', hash, now),
    putSession: session => call('putSession', session),
    sessionOf: (tokenHash, now) => call('sessionOf', tokenHash, now),
    dropSession: tokenHash => call('dropSession', tokenHash),
    remotesOf: (instructorId, now) => call('remotesOf', instructorId, now),
    putClass: record => call('putClass', record),
    classByCode: (code, now) => call('classByCode', code, now),
    classOf: classId => call('classOf', classId),
    classesOf: ownerId => call('classesOf', ownerId ?? null),
    closeClass: (classId, at) => call('closeClass', classId, at),
    forgetClass: classId => call('forgetClass', classId),
    putRoster: (classId, roster) => call('putRoster', classId, roster),
    rosterOf: classId => call('rosterOf', classId),
    putSeat: seat => call('putSeat', seat),
    seatsOf: classId => call('seatsOf', classId),
    seatByHandle: (classId, handle) => call('seatByHandle', classId, handle),
    dropSeatsOf: (classId, personId) => call('dropSeatsOf', classId, personId),
    seatsWithTokens: tokenHashes => call('seatsWithTokens', tokenHashes),
    putScreen: (screen, now) => call('putScreen', screen, now),
    approveScreen: (digits, classId, now, expiresAt) =>
      call('approveScreen', digits, classId, now, expiresAt),
    screenByToken: (tokenHash, now) => call('screenByToken', tokenHash, now),
    dropScreensOf: classId => call('dropScreensOf', classId),
    kept: () => call('kept'),
    dropExpired: now => call('dropExpired', now),
  }
}
