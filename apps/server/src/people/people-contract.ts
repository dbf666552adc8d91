import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventsAfter, type StoreUnderTest } from '../journal/journal-contract.ts'
import type { ClassRecord, People, SeatRecord } from './port.ts'
import { CODE_KEPT_AFTER_CLOSE_MS } from './port.ts'

const NOW = 1_790_000_000_000

/** What every people store keeps. Numbers P1, P2 … stand in docs/adr/0002-journal.md. */
export function peopleContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`people contract: ${name}`, () => {
    let under: StoreUnderTest
    let people: People

    const record = (change: Partial<ClassRecord> = {}): ClassRecord => ({
      classId: 'k1',
      code: 'BK74QM',
      title: 'Monday',
      ownerId: 'i1',
      openedAt: NOW,
      ...change,
    })
    const seat = (change: Partial<SeatRecord> = {}): SeatRecord => ({
      handle: 'h1',
      classId: 'k1',
      personId: 'p1',
      tokenHash: 't1',
      at: NOW,
      ...change,
    })

    beforeEach(async () => {
      under = await make()
      people = under.store.people
    })
    afterEach(() => under.end())

    test('[N1] an erased person has no name and no staff number; others keep theirs', async () => {
      const { epoch } = await under.store.journal.create('k1')
      const ana = { personId: 'p1', nameVersion: 1, name: 'Ana', staffNumber: '17' }
      const bo = { personId: 'p2', nameVersion: 2, name: 'Bo' }
      await under.store.journal.append({
        classId: 'k1',
        epoch,
        expectedSeq: 0,
        events: eventsAfter(0, 1),
        names: [bo, ana],
      })
      expect(await people.names('k1')).toEqual([ana, bo])
      await people.erase('k1', 'p1')
      await people.erase('k1', 'nobody')
      expect(await people.names('k1')).toEqual([bo])
      const again = { personId: 'p1', nameVersion: 1, name: 'Ana again' }
      await under.store.journal.append({
        classId: 'k1',
        epoch,
        expectedSeq: 1,
        events: eventsAfter(1, 1),
        names: [again],
      })
      expect(await people.names('k1')).toEqual([again, bo])
    })

    test('[N2] instructors are kept in the order in which they came', async () => {
      const owner = { instructorId: 'i9', name: 'Olga', owner: true, at: NOW }
      const second = { instructorId: 'i1', name: 'Per', owner: false, at: NOW + 1 }
      await people.addInstructor(second)
      await people.addInstructor(owner)
      expect(await people.instructors()).toEqual([owner, second])
      await people.addInstructor({ ...second, name: 'Peer' })
      expect(await people.instructors()).toEqual([owner, { ...second, name: 'Peer' }])
    })

    test('[N3] a setting is the last value given; of those who claim one at once all get the same', async () => {
      expect(await people.setting('passcode')).toBeUndefined()
      await people.setSetting('passcode', 'one')
      await people.setSetting('passcode', 'two')
      expect(await people.setting('passcode')).toBe('two')
      const claims = ['a', 'b', 'c'].map(value => people.claimSetting('key', value))
      const [claimed] = await Promise.all(claims)
      expect(await Promise.all(claims)).toEqual([claimed, claimed, claimed])
      expect(await people.setting('key')).toBe(claimed)
      expect(await people.claimSetting('passcode', 'three')).toBe('two')
    })

    test('[N4] a link lets exactly one caller in, and only before its end', async () => {
      await people.putLink('l1', NOW + 10)
      const takes = await Promise.all(Array.from({ length: 5 }, () => people.takeLink('l1', NOW)))
      expect(takes.filter(taken => taken !== undefined)).toEqual([{}])
      await people.putLink('l2', NOW + 10, 'i1')
      expect(await people.takeLink('l2', NOW + 10)).toBeUndefined()
      expect(await people.takeLink('l2', NOW)).toBeUndefined()
      expect(await people.takeLink('never', NOW)).toBeUndefined()
      await people.putLink('l3', NOW + 10, 'i1')
      expect(await people.takeLink('l3', NOW + 9)).toEqual({ instructorId: 'i1' })
      // Nothing of a link stays: the same hash again is a link of its own.
      await people.putLink('l3', NOW + 10)
      expect(await people.takeLink('l3', NOW)).toEqual({})
    })

    test('[N5] a session is found until it ends or is dropped', async () => {
      const session = { tokenHash: 's1', instructorId: 'i1', expiresAt: NOW + 10 }
      await people.putSession(session)
      await people.putSession({ ...session, tokenHash: 's2' })
      expect(await people.sessionOf('s1', NOW + 9)).toEqual(session)
      expect(await people.sessionOf('s1', NOW + 10)).toBeUndefined()
      await people.dropSession('s1')
      expect(await people.sessionOf('s1', NOW)).toBeUndefined()
      expect(await people.sessionOf('s2', NOW)).toBeDefined()
    })

    test('[N5] the phones of an instructor are told from their other sessions', async () => {
      const phone = { tokenHash: 's2', instructorId: 'i1', expiresAt: NOW + 10, remote: true } as const
      await people.putSession({ tokenHash: 's1', instructorId: 'i1', expiresAt: NOW + 10 })
      await people.putSession(phone)
      await people.putSession({ ...phone, tokenHash: 's3', expiresAt: NOW + 20 })
      await people.putSession({ ...phone, tokenHash: 's4', instructorId: 'i2' })
      expect(await people.sessionOf('s2', NOW)).toEqual(phone)
      expect(await people.remotesOf('i1', NOW)).toEqual(['s2', 's3'])
      expect(await people.remotesOf('i1', NOW + 10)).toEqual(['s3'])
      await people.dropSession('s3')
      expect(await people.remotesOf('i1', NOW)).toEqual(['s2'])
      expect(await people.remotesOf('nobody', NOW)).toEqual([])
    })

    test('[N6] a live code belongs to one class, and is free a day after that class closes', async () => {
      expect(await people.putClass(record())).toEqual({ ok: true })
      const next = record({ classId: 'k2', openedAt: NOW + 5 })
      expect(await people.putClass(next)).toEqual({ ok: false, kind: 'code-taken' })
      expect(await people.classOf('k2')).toBeUndefined()
      await people.closeClass('k1', NOW + 10)
      const closed = record({ closedAt: NOW + 10 })
      const freed = NOW + 10 + CODE_KEPT_AFTER_CLOSE_MS
      expect(await people.classByCode('BK74QM', freed - 1)).toEqual(closed)
      expect(await people.putClass({ ...next, openedAt: freed - 1 })).toEqual({
        ok: false,
        kind: 'code-taken',
      })
      expect(await people.classByCode('BK74QM', freed)).toBeUndefined()
      expect(await people.putClass({ ...next, openedAt: freed })).toEqual({ ok: true })
      expect(await people.classByCode('BK74QM', freed)).toEqual({ ...next, openedAt: freed })
      expect(await people.classOf('k1')).toEqual(closed)
    })

    test('[N6] of two classes that want one code at once exactly one gets it', async () => {
      const results = await Promise.all(['a', 'b', 'c'].map(classId => people.putClass(record({ classId }))))
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    })

    test('[N7] classes are listed newest first, for one instructor or for all', async () => {
      const mine = record()
      const newer = record({ classId: 'k2', code: 'AAAAAA', openedAt: NOW + 1 })
      const theirs = record({ classId: 'k3', code: 'CCCCCC', ownerId: 'i2', openedAt: NOW + 2 })
      for (const each of [newer, mine, theirs]) await people.putClass(each)
      expect(await people.classesOf('i1')).toEqual([newer, mine])
      expect(await people.classesOf(undefined)).toEqual([theirs, newer, mine])
      expect(await people.classesOf('nobody')).toEqual([])
      await expect(people.putClass(record({ code: 'DDDDDD' }))).rejects.toThrow('already')
    })

    test('[N7] the first closing counts', async () => {
      await people.putClass(record())
      await people.closeClass('k1', NOW + 10)
      await people.closeClass('k1', NOW + 20)
      await people.closeClass('nobody', NOW)
      expect(await people.classOf('k1')).toEqual(record({ closedAt: NOW + 10 }))
    })

    test('[N8] a seat is found by its handle in its class, and replaced when it is claimed', async () => {
      await people.putSeat(seat())
      await people.putSeat(seat({ classId: 'k2', personId: 'p9', tokenHash: 't9' }))
      expect(await people.seatByHandle('k1', 'h1')).toEqual(seat())
      expect(await people.seatByHandle('k1', 'h2')).toBeUndefined()
      await people.putSeat(seat({ tokenHash: 't2', at: NOW + 1 }))
      expect(await people.seatByHandle('k1', 'h1')).toEqual(seat({ tokenHash: 't2', at: NOW + 1 }))
      expect(await people.seatsWithTokens(['t1'])).toEqual([])
      expect(await people.seatByHandle('k2', 'h1')).toMatchObject({ personId: 'p9' })
    })

    test('[N8] a browser finds every seat that it holds a token of', async () => {
      const first = seat()
      const second = seat({ handle: 'h2', personId: 'p2', tokenHash: 't2', at: NOW + 1 })
      const elsewhere = seat({ classId: 'k2', personId: 'p3', tokenHash: 't3', at: NOW + 2 })
      for (const each of [second, elsewhere, first]) await people.putSeat(each)
      expect(await people.seatsWithTokens(['t1', 't3', 'unknown', 't2'])).toEqual([elsewhere, second, first])
      expect(await people.seatsWithTokens([])).toEqual([])
      await people.dropSeatsOf('k1', 'p2')
      expect(await people.seatsWithTokens(['t1', 't2'])).toEqual([first])
    })

    test('[N9] a screen waits under its digits until it is approved for a class', async () => {
      const screen = { tokenHash: 'x1', classId: undefined, digits: '4071', expiresAt: NOW + 10 }
      expect(await people.putScreen(screen, NOW)).toEqual({ ok: true })
      expect(await people.putScreen({ ...screen, tokenHash: 'x2' }, NOW)).toEqual({
        ok: false,
        kind: 'digits-taken',
      })
      expect(await people.screenByToken('x1', NOW)).toEqual(screen)
      expect(await people.approveScreen('9999', 'k1', NOW)).toBe(false)
      expect(await people.approveScreen('4071', 'k1', NOW, NOW + 1000)).toBe(true)
      expect(await people.approveScreen('4071', 'k2', NOW)).toBe(false)
      const approved = { ...screen, classId: 'k1', expiresAt: NOW + 1000 }
      expect(await people.screenByToken('x1', NOW + 999)).toEqual(approved)
      expect(await people.screenByToken('x1', NOW + 1000)).toBeUndefined()
      // The digits are free again.
      expect(await people.putScreen({ ...screen, tokenHash: 'x2' }, NOW)).toEqual({ ok: true })
      await people.dropScreensOf('k1')
      expect(await people.screenByToken('x1', NOW)).toBeUndefined()
      expect(await people.screenByToken('x2', NOW)).toBeDefined()
    })

    test('[N9] a screen that waited too long can no longer be approved', async () => {
      const screen = { tokenHash: 'x1', classId: undefined, digits: '4071', expiresAt: NOW + 10 }
      await people.putScreen(screen, NOW)
      expect(await people.approveScreen('4071', 'k1', NOW + 10)).toBe(false)
      expect(await people.putScreen({ ...screen, tokenHash: 'x2', expiresAt: NOW + 20 }, NOW + 10)).toEqual({
        ok: true,
      })
      expect(await people.approveScreen('4071', 'k1', NOW + 11)).toBe(true)
      expect(await people.screenByToken('x2', NOW + 11)).toMatchObject({ classId: 'k1', expiresAt: NOW + 20 })
    })

    test('[N10] housekeeping drops what has ended and nothing else', async () => {
      await people.putLink('l1', NOW)
      await people.putLink('l2', NOW + 1)
      await people.putSession({ tokenHash: 's1', instructorId: 'i1', expiresAt: NOW })
      await people.putSession({ tokenHash: 's2', instructorId: 'i1', expiresAt: NOW + 1 })
      await people.putScreen({ tokenHash: 'x1', classId: 'k1', digits: '1', expiresAt: NOW }, NOW)
      await people.putScreen({ tokenHash: 'x2', classId: 'k1', digits: '2', expiresAt: NOW + 1 }, NOW)
      await people.dropExpired(NOW)
      const before = NOW - 1
      expect(await people.takeLink('l1', before)).toBeUndefined()
      expect(await people.takeLink('l2', before)).toEqual({})
      expect(await people.sessionOf('s1', before)).toBeUndefined()
      expect(await people.sessionOf('s2', before)).toBeDefined()
      expect(await people.screenByToken('x1', before)).toBeUndefined()
      expect(await people.screenByToken('x2', before)).toBeDefined()
    })

    test('[N15] everything that lets somebody in is listed, ended or not, in one order', async () => {
      await people.setSetting('b', '2')
      await people.setSetting('a', '1')
      await people.putLink('l1', NOW)
      await people.putLink('l2', NOW, 'i1')
      await people.putSession({ tokenHash: 's1', instructorId: 'i1', expiresAt: NOW })
      await people.putSession({ tokenHash: 's2', instructorId: 'i1', expiresAt: NOW, remote: true })
      const waits = { tokenHash: 'x1', classId: undefined, digits: '1234', expiresAt: NOW + 2 }
      const shows = { tokenHash: 'x2', classId: 'k1', digits: '9', expiresAt: NOW + 1 }
      await people.putScreen(waits, NOW)
      await people.putScreen(shows, NOW)
      await people.putSeat(seat({ handle: 'h2', tokenHash: 't2' }))
      await people.putSeat(seat())
      await people.putSeat(seat({ classId: 'k2', tokenHash: 't3' }))
      expect(await people.kept()).toEqual({
        settings: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
        links: [
          { hash: 'l1', expiresAt: NOW },
          { hash: 'l2', expiresAt: NOW, instructorId: 'i1' },
        ],
        sessions: [
          { tokenHash: 's1', instructorId: 'i1', expiresAt: NOW },
          { tokenHash: 's2', instructorId: 'i1', expiresAt: NOW, remote: true },
        ],
        screens: [shows, waits],
      })
      expect(await people.seatsOf('k1')).toEqual([seat(), seat({ handle: 'h2', tokenHash: 't2' })])
      expect(await people.seatsOf('nobody')).toEqual([])
    })

    test('[N6] a class that is registered as closed keeps its code for a day and no longer', async () => {
      await people.putClass(record({ closedAt: NOW + 1 }))
      const later = (openedAt: number) => people.putClass(record({ classId: 'k2', openedAt }))
      expect(await later(NOW + CODE_KEPT_AFTER_CLOSE_MS)).toEqual({ ok: false, kind: 'code-taken' })
      expect(await later(NOW + 1 + CODE_KEPT_AFTER_CLOSE_MS)).toEqual({ ok: true })
      expect(await people.classOf('k1')).toEqual(record({ closedAt: NOW + 1 }))
    })

    test('[N12] a roster is replaced whole, one without people is none, and classes do not mix', async () => {
      const ana = { name: 'Ana', staffNumber: '17' }
      expect(await people.rosterOf('k1')).toBeUndefined()
      await people.putRoster('k1', { people: [ana, { name: 'Bo' }], shown: false })
      await people.putRoster('k2', { people: [{ name: 'Cy' }], shown: true })
      expect(await people.rosterOf('k1')).toEqual({ people: [ana, { name: 'Bo' }], shown: false })
      await people.putRoster('k1', { people: [ana], shown: true })
      expect(await people.rosterOf('k1')).toEqual({ people: [ana], shown: true })
      await people.putRoster('k1', { people: [], shown: true })
      expect(await people.rosterOf('k1')).toBeUndefined()
      expect(await people.rosterOf('k2')).toEqual({ people: [{ name: 'Cy' }], shown: true })
    })

    test('[N14] of a class that is forgotten nobody knows the code, a name, a seat or a screen', async () => {
      const { epoch } = await under.store.journal.create('k1')
      const names = [{ personId: 'p1', nameVersion: 1, name: 'Ana' }]
      await under.store.journal.append({
        classId: 'k1',
        epoch,
        expectedSeq: 0,
        events: eventsAfter(0, 1),
        names,
      })
      await people.putClass(record())
      await people.putClass(record({ classId: 'k2', code: 'AAAAAA' }))
      await people.putRoster('k1', { people: [{ name: 'Ana' }], shown: true })
      await people.putSeat(seat())
      await people.putSeat(seat({ classId: 'k2', tokenHash: 't2' }))
      await people.putScreen({ tokenHash: 'x1', classId: 'k1', digits: '1', expiresAt: NOW + 10 }, NOW)
      await people.forgetClass('k1')
      await people.forgetClass('nobody')
      expect(await people.names('k1')).toEqual([])
      expect(await people.classOf('k1')).toBeUndefined()
      expect(await people.classByCode('BK74QM', NOW)).toBeUndefined()
      expect(await people.rosterOf('k1')).toBeUndefined()
      expect(await people.seatsWithTokens(['t1', 't2'])).toEqual([seat({ classId: 'k2', tokenHash: 't2' })])
      expect(await people.screenByToken('x1', NOW)).toBeUndefined()
      expect(await people.classesOf(undefined)).toEqual([record({ classId: 'k2', code: 'AAAAAA' })])
      expect(await people.putClass(record())).toEqual({ ok: true })
    })

    test('[N11] everything is there after closing and opening again', async ({ skip }) => {
      if (under.reopen === undefined) return skip()
      await people.putClass(record())
      await people.putSeat(seat())
      await people.setSetting('key', 'value')
      await people.putSession({ tokenHash: 's1', instructorId: 'i1', expiresAt: NOW + 1 })
      people = (await under.reopen()).people
      expect(await people.classByCode('BK74QM', NOW)).toEqual(record())
      expect(await people.seatByHandle('k1', 'h1')).toEqual(seat())
      expect(await people.setting('key')).toBe('value')
      expect(await people.sessionOf('s1', NOW)).toBeDefined()
    })
  })
}
