import type { OwnWords, RoomView, SceneView } from '@evenkeel/classroom/view'
import { type WorkedWords, wordsThatWorked } from '@evenkeel/insight/scene'
import type { Act } from '../live/class-link.ts'
import { Yes } from '../play/own-choices.tsx'
import { words } from '../words/en.ts'
import look from './debrief.module.css'
import { asTold } from './shown-scene.ts'

const told = words.debrief.shareWords

/**
 * What of this scene is this person's to share: what they typed as the officer, and, for both players, what the customer
 * remembered.
 */
export const wordsToShare = (scene: SceneView, seat: RoomView['seat'], me: string | null): WorkedWords[] =>
  wordsThatWorked(asTold(scene)).filter(({ said, by }) =>
    typeof said === 'number' ? by === me : seat === 'customer' || seat === 'officer',
  )

interface ShareWordsProps {
  scene: SceneView
  mine: readonly WorkedWords[]
  shared: readonly OwnWords[]
  act: Act
}

/** Each sentence is asked about by itself, on the screen of whoever said it. */
export function ShareWords({ scene, mine, shared, act }: ShareWordsProps) {
  return (
    <div className={look.agreeing}>
      <p className={look.soft}>{told.means}</p>
      {mine.map(({ said, text }) => (
        <Yes
          key={said}
          on={shared.some(known => known.scene === scene.id && known.said === said)}
          means={typeof said === 'number' ? told.line : told.remembered}
          onChange={on => act('ShareLine', { scene: scene.id, said, on })}
        >
          <q>
            <bdi>{text}</bdi>
          </q>
        </Yes>
      ))}
    </div>
  )
}
