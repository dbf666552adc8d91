import { http } from '@evenkeel/protocol'
import { Browser, type OpenedClass, Simulant, type SimulantOptions } from '@evenkeel/simulant'

/** A projector: asks for four digits, is approved by the instructor, follows what it may show. */
export async function followAsScreen(
  { classId, browser: instructor }: OpenedClass,
  base: string,
  extras: Partial<SimulantOptions> = {},
): Promise<Simulant> {
  const browser = new Browser(base)
  const { digits } = await browser.post('/api/screens', {}, http.screenAsked)
  await instructor.post(`/api/classes/${classId}/screens`, { digits }, http.done)
  const screen = new Simulant({
    newId: () => 'a-screen-says-nothing',
    ...extras,
    browser,
    classId,
    as: { kind: 'screen' },
  })
  screen.follow('projector')
  await screen.until(it => it.projector)
  return screen
}
