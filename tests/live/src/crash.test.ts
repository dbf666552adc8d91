import { viewOf } from '@evenkeel/classroom'
import { instruct, Seeded } from '@evenkeel/simulant'
import { expect, test } from 'vitest'
import { ServerApart } from './harness/apart.ts'
import { aClass } from './harness/here.ts'
import { journaled, stateOf } from './harness/journaled.ts'
import { inSeat, joinMany, placeOf, readyAll, startRound, type Trainee } from './harness/play.ts'

/** CRASH_CYCLES=500 for the long run. */
const CYCLES = Number(process.env.CRASH_CYCLES ?? 20)
const SEED = Number(process.env.CRASH_SEED ?? 7)
const HOUR = 3_600_000

interface Sent {
  readonly by: string
  readonly text: string
  answered: boolean
}

test(
  `[J1] [J4] [J19] [D4] ${CYCLES} times kill -9 under load: every acknowledged line is in the journal, once`,
  async () => {
    const seeded = new Seeded(SEED)
    const apart = new ServerApart()
    try {
      await apart.start()
      const opened = await aClass(apart.base)
      const instructor = instruct(opened)
      const trainees = await joinMany(apart.base, opened, 6, { reconnectAfter: 5 })
      await startRound(instructor, trainees)
      await readyAll(trainees)
      const players = ['r1-1', 'r1-2'].flatMap(room => [
        inSeat(trainees, room, 'customer'),
        inSeat(trainees, room, 'officer'),
      ])
      const sent: Sent[] = []
      const open: Promise<unknown>[] = []
      const speak = (player: Trainee) => {
        const line: Sent = { by: player.person, text: `line ${sent.length + 1}`, answered: false }
        sent.push(line)
        const answer = player
          .act('Speak', { place: placeOf(player), how: 'say', text: line.text })
          .then(given => {
            expect(given).toMatchObject({ ok: true })
            line.answered = true
          })
        open.push(answer)
        return answer
      }

      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const beats = 1 + seeded.below(4)
        for (let beat = 0; beat < beats; beat++) {
          const answers = players.map(speak)
          // Sometimes the kill falls between sending and the first answer, sometimes behind it.
          if (beat < beats - 1) await Promise.all(answers)
          else if (seeded.maybe(0.7)) await Promise.race(answers)
          if (beat < beats - 1) await apart.advance(250)
        }
        await apart.kill()
        const gap = seeded.maybe(0.2) ? 5 * HOUR : seeded.below(3_000)
        apart.pass(gap)
        await apart.start()
        await Promise.all(
          players.map(player => player.until(it => it.socket.connected && it.unanswered === 0)),
        )
      }
      await Promise.all(open)
      // [D4] Hours of downtime ended no scene.
      for (const player of players) expect(player.seat?.room?.phase.name, `seed ${SEED}`).toBe('scene')

      const last = sent.length
      await Promise.all(players.map(speak))
      await Promise.all(
        trainees.map(trainee => trainee.until(it => countLines(it) >= expectedLines(it, trainees, sent))),
      )
      expect(sent.length).toBeGreaterThan(last)
      await apart.kill()
      const events = await journaled(apart.dataDir, opened.classId)
      expect(events.map(event => event.seq)).toEqual(events.map((_, index) => index + 1))
      const texts = events.flatMap(event =>
        event.type === 'LineSaid' ? [`${event.actor} ${event.data.text}`] : [],
      )
      for (const line of sent) {
        expect(
          texts.filter(text => text === `${line.by} ${line.text}`),
          `seed ${SEED}: ${line.text}`,
        ).toHaveLength(1)
      }
      expect(texts).toHaveLength(sent.length)
      const state = stateOf(opened.classId, events)
      for (const trainee of trainees) {
        expect(trainee.seat).toEqual(viewOf({ kind: 'person', person: trainee.person }, state))
        trainee.close()
      }
      instructor.close()
    } finally {
      await apart.clear()
    }
    // Twelve seconds a cycle is a machine with much else to do; an idle one needs one.
  },
  Math.max(240_000, CYCLES * 12_000),
)

const countLines = (trainee: Trainee) => trainee.seat?.room?.scenes[0]?.lines.length ?? 0

const expectedLines = (trainee: Trainee, trainees: readonly Trainee[], sent: readonly Sent[]) => {
  const room = trainee.seat?.room?.id
  const mates = trainees.filter(mate => mate.seat?.room?.id === room).map(mate => mate.person)
  return sent.filter(line => mates.includes(line.by)).length
}
