import { loadCards } from '@evenkeel/playbook/cards'
import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppUnderTest, type Browser } from './app-under-test.ts'

const [first] = loadCards()
if (first === undefined) throw new Error('no cards')
/** A card of one's own. */
const mine = { ...first.card, id: 'my-card', title: 'My own card' }

let app: AppUnderTest
let ana: Browser
beforeEach(async () => {
  app = await AppUnderTest.start()
  ana = await app.instructor()
})
afterEach(() => app.close())

const rows = async (by = ana) => http.cardList.parse((await by.get('/api/cards')).body).cards
const save = async (card: unknown, more: object = {}) => ana.post('/api/cards', { card, ...more })
const rowIn = (answer: { body: unknown }) => http.cardSaved.parse(answer.body).row

describe("the deployment's cards", () => {
  test('[K1] a card is saved, listed, read by its hash, and saved again as a new version', async () => {
    const saved = await save({ ...mine, version: 77 }, { copiedFrom: first.hash })
    expect(saved.status).toBe(201)
    const one = rowIn(saved)
    expect(one).toMatchObject({ id: 'my-card', version: 1, origin: 'own' })
    expect(one.provenance).toEqual({
      savedBy: 'Ana Instructor',
      savedAt: new Date(app.clock.time).toISOString(),
      copiedFrom: { id: first.card.id, hash: first.hash, title: first.card.title },
    })
    const two = rowIn(await save({ ...mine, title: 'Better' }, { replaces: one.hash }))
    expect(two).toMatchObject({
      version: 2,
      title: 'Better',
      provenance: { copiedFrom: { hash: first.hash } },
    })
    expect((await rows()).filter(row => row.id === 'my-card')).toEqual([two])
    const old = http.cardWhole.parse((await ana.get(`/api/cards/${one.hash}`)).body)
    expect(old).toMatchObject({ row: one, card: { title: 'My own card', version: 1 } })
    expect(old.card).not.toHaveProperty('encounter')
  })

  test('[K2] of two who edit the same version the second is told, and an id is taken once', async () => {
    const one = rowIn(await save(mine))
    expect(await save(mine)).toMatchObject({ status: 409, body: { kind: 'taken' } })
    expect((await save(mine, { replaces: one.hash })).status).toBe(201)
    expect(await save(mine, { replaces: one.hash })).toMatchObject({
      status: 409,
      body: { kind: 'moved-on' },
    })
    expect(await save({ ...mine, id: first.card.id })).toMatchObject({ status: 409, body: { kind: 'taken' } })
    const shipped = await save(first.card, { replaces: first.hash })
    expect(shipped).toMatchObject({ status: 403, body: { kind: 'not-allowed' } })
    expect(await save({ ...mine, id: 'other' }, { copiedFrom: 'abcdef0123456789' })).toMatchObject({
      status: 410,
    })
  })

  test('[K6] a card that is not whole is refused with a sentence for each part', async () => {
    const bad = {
      ...mine,
      title: '',
      customer: { ...mine.customer, triggers: mine.customer.triggers.slice(1) },
    }
    const answer = await save(bad)
    expect(answer.status).toBe(422)
    const { problems } = http.cardRefused.parse(answer.body)
    expect(problems).toEqual([
      { field: 'title', say: 'The card has no title.' },
      { field: 'customer.triggers', say: "The customer's triggers need exactly 3 triggers." },
    ])
    const checked = http.cardChecked.parse((await ana.post('/api/cards/check', { card: bad })).body)
    expect(checked.problems).toEqual(problems)
    for (const card of [undefined, null, 'card', [], 7])
      expect((await save(card)).status, JSON.stringify(card)).toBeGreaterThanOrEqual(400)
  })

  test('[K6] what only the customer may know keeps a card from being saved, what is too long does not', async () => {
    const leak = { ...mine, officer: { ...mine.officer, cue: mine.customer.need } }
    expect(await save(leak)).toMatchObject({ status: 422 })
    const long = {
      ...mine,
      customer: { ...mine.customer, who: `${mine.customer.who} ${'very '.repeat(60)}` },
    }
    const checked = http.cardChecked.parse((await ana.post('/api/cards/check', { card: long })).body)
    expect(checked.problems).toEqual([])
    expect(checked.notices.map(({ field }) => field)).toContain('customer')
    expect((await save(long)).status).toBe(201)
  })

  test('[K3] an own card that is deleted is offered no more, and can still be read by its hash', async () => {
    const { hash } = rowIn(await save(mine))
    const remove = (id: string) => ana.send(`/api/cards/${id}`, { method: 'DELETE' })
    expect(await remove('my-card')).toMatchObject({ status: 200, body: { ok: true } })
    expect((await rows()).map(row => row.id)).not.toContain('my-card')
    expect((await ana.get(`/api/cards/${hash}`)).status).toBe(200)
    expect((await remove('my-card')).status).toBe(404)
    expect((await remove(first.card.id)).status).toBe(403)
    expect(rowIn(await save(mine))).toMatchObject({ version: 2 })
  })

  test('[K7] markup is text, and comes back as it was written', async () => {
    const title = '<script>alert(1)</script> مرحبا 🙂'
    const { hash } = rowIn(await save({ ...mine, title }))
    const answer = await ana.get(`/api/cards/${hash}`)
    expect(http.cardWhole.parse(answer.body).row.title).toBe(title)
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
  })
})

describe('exported and imported', () => {
  const importing = (files: { name: string; text: string }[], ifExists = 'ask') =>
    ana.post('/api/cards/import', { files, ifExists })

  test('what is exported is imported elsewhere as it was', async () => {
    await save(mine)
    await save({ ...mine, id: 'second', title: 'A second: with "quotes" & <b>' })
    const answer = await ana.get('/api/cards/export')
    expect(answer.headers['content-type']).toBe('text/yaml; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="evenkeel-cards.yaml"')
    const other = await AppUnderTest.start({ seed: 'other' })
    const bo = await other.instructor('Bo')
    const files = [{ name: 'from-ana.yaml', text: answer.text }]
    const imported = await bo.post('/api/cards/import', { files, ifExists: 'ask' })
    const { saved, skipped } = http.cardsImported.parse(imported.body)
    expect(skipped).toEqual([])
    expect(saved.map(row => row.hash)).toEqual(
      (await rows()).filter(row => row.origin === 'own').map(row => row.hash),
    )
    expect(saved[0]?.provenance).toMatchObject({ savedBy: 'Bo', importedFrom: 'from-ana.yaml' })
    await other.close()
  })

  test('one card is exported by its id, of the playbook too; an unknown one is refused', async () => {
    const answer = await ana.get(`/api/cards/export?id=${first.card.id}`)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${first.card.id}.yaml"`)
    expect(answer.text).toContain(first.card.title)
    expect((await ana.get(`/api/cards/export?id=${first.card.id}&id=lost`)).status).toBe(404)
    expect((await ana.get('/api/cards/export')).status).toBe(404)
  })

  test('[K7] one bad file and nothing is imported; it is named with line and field', async () => {
    const good = (await ana.get(`/api/cards/export?id=${first.card.id}`)).text.replace(/^id: .*/, 'id: fresh')
    const files = [
      { name: 'good.yaml', text: good },
      {
        name: 'bad.yaml',
        text: `${good}---\n${good.replace(/^language: en/m, 'language: fr').replace('id: fresh', 'id: two')}`,
      },
    ]
    const answer = await importing(files)
    expect(answer.status).toBe(422)
    const { problems } = http.importRefused.parse(answer.body)
    expect(problems).toHaveLength(1)
    const line = files[1]?.text.split('\n').indexOf('language: fr') ?? 0
    expect(problems[0]).toEqual({
      file: 'bad.yaml',
      line: line + 1,
      field: 'language',
      say: `bad.yaml, line ${line + 1}: language must be one of: en, es.`,
    })
    expect((await rows()).map(row => row.origin)).not.toContain('own')
  })

  test('[K8] an id that is here already: ask, keep both, skip, replace', async () => {
    const one = rowIn(await save(mine))
    const text = (await ana.get('/api/cards/export')).text.replace('My own card', 'As imported')
    const files = [{ name: 'a.yaml', text }]
    const asked = await importing(files)
    expect(asked.status).toBe(409)
    expect(http.cardsExist.parse(asked.body).existing).toEqual([
      { id: 'my-card', title: 'My own card', file: 'a.yaml', origin: 'own' },
    ])
    expect(http.cardsImported.parse((await importing(files, 'skip')).body)).toEqual({
      saved: [],
      skipped: ['my-card'],
    })
    const both = http.cardsImported.parse((await importing(files, 'keep-both')).body).saved
    expect(both).toMatchObject([{ id: 'my-card-2', version: 1, title: 'As imported' }])
    const replaced = http.cardsImported.parse((await importing(files, 'replace')).body).saved
    expect(replaced).toMatchObject([{ id: 'my-card', version: 2, title: 'As imported' }])
    expect((await ana.get(`/api/cards/${one.hash}`)).status).toBe(200)
    const shipped = (await ana.get(`/api/cards/export?id=${first.card.id}`)).text
    const refused = await importing([{ name: 's.yaml', text: shipped }], 'replace')
    expect(http.importRefused.parse(refused.body).problems[0]?.say).toContain('comes with Evenkeel')
  })

  test('[K8] the same id twice in one import is treated as any that exists', async () => {
    const text = `${(await ana.get(`/api/cards/export?id=${first.card.id}`)).text.replace(/^id: .*/, 'id: fresh')}`
    const twice = [
      { name: 'a.yaml', text },
      { name: 'b.yaml', text },
    ]
    expect((await importing(twice)).status).toBe(409)
    const saved = http.cardsImported.parse((await importing(twice, 'keep-both')).body).saved
    expect(saved.map(row => row.id)).toEqual(['fresh', 'fresh-2'])
  })
})

describe('who may, and how much', () => {
  const everything: [string, string, object?][] = [
    ['GET', '/api/cards'],
    ['GET', '/api/cards/export'],
    ['GET', `/api/cards/${first.hash}`],
    ['POST', '/api/cards', { card: mine }],
    ['POST', '/api/cards/check', { card: mine }],
    ['POST', '/api/cards/import', { files: [{ name: 'a', text: 'b' }], ifExists: 'ask' }],
    ['DELETE', '/api/cards/my-card'],
  ]

  test.each(everything)('[K9] %s %s is for instructors', async (method, path, body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await app
      .browser()
      .send(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    expect(answer).toMatchObject({ status: 401, body: { kind: 'signed-out' } })
  })

  test('[K9] 10 MB are refused by their own word, before any of it is read', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': String(10 * 1024 * 1024) }
    const answer = await ana.send('/api/cards/import', { method: 'POST', headers, body: '{' })
    expect(answer).toMatchObject({ status: 413, body: { kind: 'too-large' } })
    const long = JSON.stringify({ files: [{ name: 'a', text: 'x'.repeat(1024 * 1024) }], ifExists: 'ask' })
    const chunked = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect(
      (await ana.send('/api/cards/import', { method: 'POST', headers: chunked, body: long })).status,
    ).toBe(413)
    const large = JSON.stringify({ card: { ...mine, title: 'x'.repeat(70_000) } })
    const plain = { 'content-type': 'application/json' }
    expect((await ana.send('/api/cards', { method: 'POST', headers: plain, body: large })).status).toBe(413)
  })

  test('what is no JSON is refused, and a form of another site cannot send it', async () => {
    const headers = { 'content-type': 'text/plain' }
    const answer = await ana.send('/api/cards', {
      method: 'POST',
      headers,
      body: JSON.stringify({ card: mine }),
    })
    expect(answer.status).toBe(415)
    const foreign = { 'content-type': 'application/json', origin: 'https://elsewhere.example' }
    expect((await ana.send('/api/cards', { method: 'POST', headers: foreign, body: '{}' })).status).toBe(403)
  })

  test('[K9] imports have a budget', async () => {
    const files = [{ name: 'a.yaml', text: 'no card' }]
    for (let times = 0; times < 30; times++)
      expect((await ana.post('/api/cards/import', { files, ifExists: 'ask' })).status).toBe(422)
    const answer = await ana.post('/api/cards/import', { files, ifExists: 'ask' })
    expect(answer).toMatchObject({ status: 429, body: { kind: 'slow-down' } })
    app.clock.time += 600_000
    expect((await ana.post('/api/cards/import', { files, ifExists: 'ask' })).status).toBe(422)
  })
})
