'use client'

import type { CardsExist, CardsImported, FileFinding } from '@evenkeel/protocol/constants'
import { LIMITS } from '@evenkeel/protocol/constants'
import { useId, useState } from 'react'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Page, Row, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { cardAddress } from './card-tile.tsx'
import look from './cards.module.css'
import { CardsTop } from './cards-top.tsx'
import form from './import.module.css'

/** What came of the last try. */
export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'failed'; readonly say: string }
  | { readonly kind: 'problems'; readonly problems: readonly FileFinding[] }
  | { readonly kind: 'existing'; readonly existing: CardsExist['existing'] }
  | { readonly kind: 'imported'; readonly answer: CardsImported }

export interface ImportProps {
  state: ImportState
  busy: boolean
  onImport: (files: readonly File[], ifExists: 'ask' | 'keep-both' | 'replace' | 'skip') => void
  onAgain: () => void
  onBack: () => void
}

const say = words.import

/** Takes in cards from files: all of them or none. */
export function ImportPanel({ state, busy, onImport, onAgain, onBack }: ImportProps) {
  const id = useId()
  const [files, setFiles] = useState<readonly File[]>([])
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const tooLarge = size > LIMITS.httpImport
  return (
    <Page top={<CardsTop back={{ href: '/cards/', text: words.toCards }} onBack={onBack} />}>
      <Stack gap={5}>
        <Stack gap={2}>
          <h1>{say.title}</h1>
          <p className={look.soft}>{say.intro}</p>
        </Stack>
        {state.kind === 'imported' ? (
          <Imported answer={state.answer} onAgain={onAgain} />
        ) : (
          <>
            <div className={form.files}>
              <label htmlFor={id}>{say.choose}</label>
              <input
                id={id}
                type="file"
                accept=".yaml,.yml,text/yaml"
                multiple
                onChange={({ target }) => {
                  setFiles([...(target.files ?? [])])
                  onAgain()
                }}
              />
              {tooLarge && (
                <p className={look.wrong} role="alert">
                  {say.tooLarge(`${LIMITS.httpImport / 1024 / 1024}`)}
                </p>
              )}
            </div>
            {state.kind === 'failed' && (
              <p className={look.wrong} role="alert">
                {state.say}
              </p>
            )}
            {state.kind === 'problems' && <Problems problems={state.problems} />}
            {state.kind === 'existing' ? (
              <Existing existing={state.existing} busy={busy} onChoose={how => onImport(files, how)} />
            ) : (
              <Button
                kind="primary"
                wide
                busy={busy}
                disabled={files.length === 0 || tooLarge}
                onClick={() => onImport(files, 'ask')}
              >
                {files.length === 0 ? say.none : say.go(files.length)}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Page>
  )
}

/** Each mistake with its file, line and field, in the order of the files. */
function Problems({ problems }: { problems: readonly FileFinding[] }) {
  const files = [...new Set(problems.map(({ file }) => file))]
  return (
    <section className={form.mistakes} role="alert">
      <h2>{say.wrongTitle}</h2>
      <p>{say.wrongMeans}</p>
      {files.map(file => (
        <div key={file}>
          <h3>
            <bdi>{file}</bdi>
          </h3>
          <ul>
            {problems
              .filter(problem => problem.file === file)
              .map(({ line, field, say: sentence }) => (
                <li key={`${line} ${field} ${sentence}`}>
                  {line !== undefined && <strong>{say.line(line)}</strong>}
                  <span>{sentence}</span>
                  {field !== undefined && field !== '' && <code>{field}</code>}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Existing({
  existing,
  busy,
  onChoose,
}: {
  existing: CardsExist['existing']
  busy: boolean
  onChoose: (how: 'keep-both' | 'replace' | 'skip') => void
}) {
  const shipped = existing.some(({ origin }) => origin === 'playbook')
  return (
    <section className={form.mistakes} data-kind="ask" role="alert">
      <h2>{say.existTitle(existing.length)}</h2>
      <ul>
        {existing.map(({ id, title, file }) => (
          <li key={`${file} ${id}`}>
            <strong>
              <bdi>{title}</bdi>
            </strong>
            <bdi>{file}</bdi>
          </li>
        ))}
      </ul>
      <p>{say.existMeans}</p>
      {shipped && <p>{say.shipped}</p>}
      <Row>
        <Button kind="primary" busy={busy} onClick={() => onChoose('keep-both')}>
          {say.keepBoth}
        </Button>
        <Button busy={busy} onClick={() => onChoose('skip')}>
          {say.skip}
        </Button>
        {!shipped && (
          <ConfirmButton busy={busy} really={say.replaceReally} onConfirm={() => onChoose('replace')}>
            {say.replace}
          </ConfirmButton>
        )}
      </Row>
    </section>
  )
}

function Imported({ answer: { saved, skipped }, onAgain }: { answer: CardsImported; onAgain: () => void }) {
  return (
    <Stack gap={4}>
      <div className={look.good} role="status">
        <p>{say.saved(saved.length)}</p>
        {skipped.length > 0 && <p>{say.skipped(skipped.length)}</p>}
      </div>
      <ul className={look.lines}>
        {saved.map(row => (
          <li key={row.hash}>
            <a href={cardAddress(row.hash)}>
              <bdi>{row.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <Button onClick={onAgain}>{say.more}</Button>
    </Stack>
  )
}
