'use client'

import { useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { Select } from './select.tsx'

const say = words.simulated.tryIt

export type Trial =
  | { readonly kind: 'class' }
  | { readonly kind: 'scene'; readonly card?: string; readonly language?: 'en' | 'es' }

interface Row {
  readonly hash: string
  readonly title: string
  readonly language: 'en' | 'es'
}

/** For one person with three minutes: a scene to play alone, and a class to look on at. */
export function TryIt({ busy, onTry }: { busy: boolean; onTry: (trial: Trial) => void }) {
  const [cards, setCards] = useState<readonly Row[]>([])
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    void ask<{ cards: readonly Row[] }>('GET', '/api/cards').then(asked => {
      if (asked.ok) setCards(asked.body.cards)
    })
  }, [])
  const card = cards.find(({ hash }) => hash === chosen)
  const options = [
    { value: '', text: say.anyCard },
    ...cards.map(({ hash, title, language }) => ({
      value: hash,
      text: language === 'en' ? title : `${title} (${language})`,
    })),
  ]
  return (
    <Panel tone="soft">
      <Stack gap={4}>
        <div>
          <h2>{say.title}</h2>
          <p className={look.soft}>{say.means}</p>
        </div>
        <div className={look.tries}>
          <Stack gap={3}>
            <h3>{say.scene}</h3>
            <p>{say.sceneMeans}</p>
            <Select label={say.card} value={chosen} options={options} onChange={setChosen} />
            <Button
              busy={busy}
              onClick={() =>
                onTry({ kind: 'scene', ...(card && { card: card.hash, language: card.language }) })
              }
            >
              {say.sceneGo}
            </Button>
          </Stack>
          <Stack gap={3}>
            <h3>{say.class}</h3>
            <p>{say.classMeans}</p>
            <Button busy={busy} onClick={() => onTry({ kind: 'class' })}>
              {say.classGo}
            </Button>
          </Stack>
        </div>
      </Stack>
    </Panel>
  )
}
