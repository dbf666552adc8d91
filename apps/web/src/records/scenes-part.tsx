import type { ClassPage } from '@evenkeel/insight/report'
import { Names } from '../look/names.tsx'
import { recordsWords } from '../words/en/records.ts'
import { linesAddress, sceneAddress } from './addresses.ts'
import look from './lists.module.css'
import frame from './records.module.css'
import { sceneName } from './scene-links.tsx'

const say = recordsWords.page

export function ScenesPart({ page }: { page: ClassPage }) {
  const nameOf = (person: string | null) =>
    person === null ? '' : (page.names[person] ?? recordsWords.noName)
  return (
    <details className={frame.part} open={page.scenes.length <= 8}>
      <summary>
        <h2>{say.scenes}</h2>
      </summary>
      <ul className={look.sceneList}>
        {page.scenes.map(scene => (
          <li key={scene.scene}>
            <a href={sceneAddress(page.class.class, { room: scene.room, scene: scene.scene })}>
              <span className={look.strong}>{sceneName(scene)}</span>
              <bdi>{scene.card}</bdi>
            </a>
            <span className={frame.soft}>
              <Names of={[scene.customer, scene.officer].map(nameOf).filter(Boolean)} />
            </span>
            {page.class.medium === 'typed' && !scene.retake && (
              <a className={frame.screenOnly} href={linesAddress(page.class.class, scene.room)}>
                {recordsWords.lines.link}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
