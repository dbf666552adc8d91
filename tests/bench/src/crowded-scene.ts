import { instruct, type OpenedClass, openClass, signIn } from '@evenkeel/simulant'
import { join } from './crowd.ts'
import { PASSCODE } from './passcode.ts'

type Trainee = Awaited<ReturnType<typeof join>>

/** Below what a device is let through with. */
const BETWEEN_MS = 60

/**
 * A typed class of two whose only scene has so many lines and moves of the temperature, said and moved through the server as
 * people would, and is at its debrief. The room is `r1-1`.
 */
export async function crowdedScene(base: string, lines: number, moves: number): Promise<OpenedClass> {
  const opened = await openClass(await signIn(base, { name: 'Ines', passcode: PASSCODE }), {
    title: 'A crowded scene',
    place: 'remote',
  })
  const instructor = instruct(opened)
  const trainees = [await join(base, opened.code, 'Mira'), await join(base, opened.code, 'Jonas')]
  await instructor.until(it => it.console)
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round: 1 })
  await instructor.do('Next', { round: 1, to: 'scene' })
  await Promise.all(trainees.map(trainee => trainee.began))
  await Promise.all(
    trainees.map(trainee => {
      const moving = trainee.play().place.seat === 'customer' ? moves : 0
      return paced(trainee, lines / 2, moving)
    }),
  )
  for (const to of ['wrap-up', 'step-out', 'rating', 'debrief'] as const)
    await instructor.do('Next', { round: 1, to })
  instructor.close()
  for (const { socket } of trainees) socket.disconnect()
  return opened
}

/** Lines and moves of one person, mixed evenly. Resolves when all are answered. */
async function paced(trainee: Trainee, lines: number, moves: number): Promise<void> {
  const { place, command } = trainee.play()
  const answers: Promise<void>[] = []
  const all = lines + moves
  let said = 0
  for (let n = 1; n <= all; n++) {
    const says = Math.floor((n * lines) / all) > said
    answers.push(
      new Promise(resolve => {
        if (says) {
          said++
          const text = `Line ${said} of this scene, about as long as what people write.`
          command('Speak', { place, how: 'say', text }, resolve)
        } else command('SetTemperature', { place, level: 4 + (n % 3) }, resolve)
      }),
    )
    await new Promise(resolve => setTimeout(resolve, BETWEEN_MS))
  }
  await Promise.all(answers)
}
