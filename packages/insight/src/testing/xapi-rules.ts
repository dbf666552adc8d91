/**
 * The rules of xAPI 1.0.3, part two, that a statement of ours can break; written from the specification's tables
 * (sections 2.3 to 2.6 and 4). Gives the broken rules; an empty list is a statement that a record store must take.
 */
export function brokenXapiRules(statement: unknown): string[] {
  const broken: string[] = []
  const must = (rule: string, holds: boolean) => {
    if (!holds) broken.push(rule)
  }
  const given = objectOf(statement)
  must('no null values anywhere', !JSON.stringify(statement).includes(':null'))
  must(
    'only properties of a statement',
    Object.keys(given).every(key => STATEMENT.has(key)),
  )
  must('id is a UUID', typeof given.id === 'string' && UUID.test(given.id))
  must('actor is an agent with exactly one identifier', isAgent(given.actor))
  must('verb has an IRI', isIri(objectOf(given.verb).id))
  must('verb display is a language map', isLanguageMap(objectOf(given.verb).display))
  must('object is an activity', isActivity(given.object))
  must('timestamp is ISO 8601', typeof given.timestamp === 'string' && TIMESTAMP.test(given.timestamp))
  const result = objectOf(given.result)
  must(
    'result has only what is defined',
    Object.keys(result).every(key => RESULT.has(key)),
  )
  must(
    'duration is ISO 8601 with at most hundredths',
    result.duration === undefined || DURATION.test(String(result.duration)),
  )
  must('extensions have IRIs', Object.keys(objectOf(result.extensions)).every(isIri))
  if (result.score !== undefined) {
    const { scaled, raw, min, max } = objectOf(result.score)
    must('scaled is -1 to 1', typeof scaled === 'number' && scaled >= -1 && scaled <= 1)
    must(
      'raw lies between min and max',
      Number(min) <= Number(raw) && Number(raw) <= Number(max) && Number(min) < Number(max),
    )
  }
  const context = objectOf(given.context)
  must('context extensions have IRIs', Object.keys(objectOf(context.extensions)).every(isIri))
  must('instructor is an agent', context.instructor === undefined || isAgent(context.instructor))
  const lists = Object.entries(objectOf(context.contextActivities))
  must(
    'context activities are lists of activities under defined names',
    lists.every(([name, list]) => GROUPS.has(name) && Array.isArray(list) && list.every(isActivity)),
  )
  return broken
}

const STATEMENT = new Set(['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp'])
const RESULT = new Set(['score', 'success', 'completion', 'response', 'duration', 'extensions'])
const GROUPS = new Set(['parent', 'grouping', 'category', 'other'])
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const DURATION = /^PT\d+(\.\d{1,2})?S$/

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\/\/\S+$/.test(value)

/** With at least one language: where a map is required an empty one, or none, says nothing. */
const isLanguageMap = (value: unknown): boolean =>
  Object.keys(objectOf(value)).length > 0 &&
  Object.entries(objectOf(value)).every(
    ([tag, text]) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) && typeof text === 'string',
  )

function isAgent(value: unknown): boolean {
  const agent = objectOf(value)
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter(key => key in agent)
  const account = objectOf(agent.account)
  const fine = isIri(account.homePage) && typeof account.name === 'string' && account.name !== ''
  return identifiers.length === 1 && (agent.account === undefined || fine)
}

function isActivity(value: unknown): boolean {
  const { objectType, id, definition } = objectOf(value)
  const { type, name } = objectOf(definition)
  return (
    (objectType === undefined || objectType === 'Activity') && isIri(id) && isIri(type) && isLanguageMap(name)
  )
}
