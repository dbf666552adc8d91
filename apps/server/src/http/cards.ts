import { setImmediate } from 'node:timers/promises'
import { writeCards } from '@evenkeel/playbook/cards'
import { http, LIMITS } from '@evenkeel/protocol'
import { type Request, type Response, Router } from 'express'
import type { Budget } from '../access/attempts.ts'
import type { NewCard, Saved } from '../cards/card-library.ts'
import { importCards } from '../cards/import-cards.ts'
import { findingOf, rowOf } from './card-rows.ts'
import type { HttpParts } from './parts.ts'
import { readBody } from './read-body.ts'
import { refusal, sendRefusal, sendSlowDown, signedOut } from './refuse.ts'
import { sizedBody } from './sized-body.ts'

const noCard = refusal('unknown', 'There is no such card.')
const readOnly = refusal(
  'not-allowed',
  'This card comes with Evenkeel and stays as it is. Make a copy of it.',
)
const FULL = 'This playbook is full. Ask whoever runs this server.'

/** The deployment's playbook, for its instructors: cards that ship, to read; own ones, to write, give away and take in. */
export function cardRoutes(parts: HttpParts): Router {
  const { access, cards, log } = parts
  const router = Router()
  const pause = async () => void (await setImmediate())

  /** The instructor behind a request that costs something, or undefined after it was refused. */
  async function admitted(req: Request, res: Response, budget?: Budget) {
    const instructor = await access.sessions.instructorOf(req.headers.cookie)
    if (instructor === undefined) {
      // What they send is not read.
      res.set('Connection', 'close')
      sendRefusal(res, signedOut)
      return undefined
    }
    const wait = (await budget?.take(req.ip)) ?? 0
    if (wait === 0) return instructor
    res.set('Connection', 'close')
    sendSlowDown(res, 'That was asked for too often.', wait)
    return undefined
  }

  router.get('/cards', async (req, res) => {
    if ((await admitted(req, res)) === undefined) return
    await cards.refresh()
    res.json({ cards: cards.offered().map(rowOf) })
  })

  router.get('/cards/export', async (req, res) => {
    if ((await admitted(req, res)) === undefined) return
    await cards.refresh()
    const ids = [req.query.id ?? []].flat().map(String)
    const chosen = ids.length === 0 ? cards.own() : ids.map(id => cards.byId(id))
    const found = chosen.filter(card => card !== undefined)
    if (found.length < chosen.length) return sendRefusal(res, noCard)
    const [only, ...more] = found
    if (only === undefined)
      return sendRefusal(res, refusal('unknown', 'This playbook has no cards of its own.'))
    const name = more.length === 0 ? only.card.id : 'evenkeel-cards'
    res.set('Content-Type', 'text/yaml; charset=utf-8')
    res.set('Content-Disposition', `attachment; filename="${name}.yaml"`)
    res.send(writeCards(found.map(({ card }) => card)))
  })

  router.get('/cards/:hash', async (req, res) => {
    if ((await admitted(req, res)) === undefined) return
    if (cards.find(req.params.hash) === undefined) await cards.refresh()
    const known = cards.find(req.params.hash)
    if (known === undefined) return sendRefusal(res, noCard)
    res.json({ row: rowOf(known), card: known.card })
  })

  router.post('/cards/check', async (req, res) => {
    if ((await admitted(req, res, access.attempts.cards)) === undefined) return
    if (!(await sizedBody(req, res, LIMITS.httpCard))) return
    const read = readBody(http.cardCheck, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { problems, notices } = cards.examine(read.body.card, read.body.copiedFrom)
    res.json({ problems: problems.map(findingOf), notices: notices.map(findingOf) })
  })

  router.post('/cards', async (req, res) => {
    const instructor = await admitted(req, res, access.attempts.cards)
    if (instructor === undefined) return
    if (!(await sizedBody(req, res, LIMITS.httpCard))) return
    const read = readBody(http.cardSave, req)
    if (!read.ok) return sendRefusal(res, read.refused)
    const { replaces, copiedFrom } = read.body
    const origin = copiedFrom === undefined ? undefined : cards.find(copiedFrom)
    if (copiedFrom !== undefined && origin === undefined)
      return sendRefusal(res, refusal('gone', 'The card that this one was copied from is not here.'))
    const { card, problems } = cards.examine(read.body.card, copiedFrom)
    if (card === undefined || problems.length > 0) {
      const say = 'This card cannot be saved yet.'
      return res.status(422).json({ ...refusal('invalid', say), problems: problems.map(findingOf) })
    }
    const copied = origin && { id: origin.card.id, hash: origin.hash, title: origin.card.title }
    const saved = await cards.save(
      [{ card, replaces, copiedFrom: copied } satisfies NewCard],
      instructor.name,
    )
    if (!saved.ok) return sendRefusal(res, notSaved(saved))
    const [first] = saved.cards
    if (first === undefined) throw new Error('a card was saved and is not known')
    log.info({ version: first.card.version }, 'a card was saved')
    res.status(201).json({ row: rowOf(first) })
  })

  router.delete('/cards/:id', async (req, res) => {
    if ((await admitted(req, res, access.attempts.cards)) === undefined) return
    await cards.refresh()
    const known = cards.byId(req.params.id)
    if (known === undefined) return sendRefusal(res, noCard)
    if (known.own === undefined) return sendRefusal(res, readOnly)
    await cards.hide(known.card.id)
    res.json({ ok: true })
  })

  router.post('/cards/import', async (req, res) => {
    const instructor = await admitted(req, res, access.attempts.imports)
    if (instructor === undefined) return
    if (!(await sizedBody(req, res, LIMITS.httpImport))) return
    const read = readBody(http.cardImport, req, BOUNDS)
    if (!read.ok) return sendRefusal(res, read.refused)
    await cards.refresh()
    const imported = await importCards(cards, { ...read.body, by: instructor.name, pause })
    if (imported.ok) {
      const { saved, skipped } = imported
      log.info({ saved: saved.length, skipped: skipped.length }, 'cards were imported')
      return res.json({ saved: saved.map(rowOf), skipped })
    }
    switch (imported.kind) {
      case 'bad': {
        const say = 'Nothing was imported. Put right what is listed, and try again.'
        return res.status(422).json({ ...refusal('invalid', say), problems: imported.problems })
      }
      case 'existing': {
        const say = 'Nothing was imported yet: some of these cards are here already.'
        return res.status(409).json({ ...refusal('taken', say), existing: imported.existing })
      }
      case 'changed':
        return sendRefusal(res, refusal('moved-on', 'Somebody saved one of these cards just now. Try again.'))
      case 'full':
        return sendRefusal(res, refusal('limit', FULL))
    }
  })

  return router
}

const BOUNDS = { files: 'Between 1 and 200 files can be imported at once.' }

function notSaved({ kind }: Extract<Saved, { ok: false }>) {
  switch (kind) {
    case 'exists':
      return refusal('taken', 'There is another card with this id. Choose another one.')
    case 'changed':
      return refusal('moved-on', 'Somebody saved another version of this card since you opened it.')
    case 'shipped':
      return readOnly
    case 'full':
      return refusal('limit', FULL)
  }
}
