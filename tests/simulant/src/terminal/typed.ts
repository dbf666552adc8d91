/** What somebody typed, before it is looked at whether it can be done now. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number | 'not-observable' }
  | { readonly kind: 'do' | 'confer' | 'note' | 'sentence'; readonly text: string }
  | { readonly kind: 'temperature'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 | 7 }
  | { readonly kind: 'call'; readonly index: 0 | 1 }
  | { readonly kind: 'name'; readonly moment: string; readonly behaviour: string }
  | { readonly kind: 'undo'; readonly moment: string }
  | {
      readonly kind: 'cue'
      readonly cue: 'trigger' | 'calmer'
      readonly index: 0 | 1 | 2
      readonly line?: number
    }
  | { readonly kind: 'rate'; readonly item: string; readonly score: number | 'not-observable' }
  | { readonly kind: 'retake'; readonly seconds: number; readonly swapped: boolean }
  | { readonly kind: 'consent' | 'share'; readonly on: boolean }
  | { readonly kind: Bare }
  | { readonly kind: 'unclear'; readonly say: string }
  | { readonly kind: 'nothing' }

const BARE = [
  'hotter',
  'cooler',
  'stuck',
  'timeout',
  'resume',
  'stop',
  'help',
  'ready',
  'another',
  'helped',
  'hurt',
  'finish',
  'endretake',
  'brief',
  'marks',
  'what',
  'quit',
] as const
type Bare = (typeof BARE)[number]

const unclear = (say: string): Typed => ({ kind: 'unclear', say })

/** Reads one line: text is said, `/word` is a command. Never throws. */
export function readTyped(line: string): Typed {
  const text = line.trim()
  if (text === '') return { kind: 'nothing' }
  if (!text.startsWith('/')) return plainText(text)
  const [word = '', ...rest] = text.slice(1).split(/\s+/)
  const name = word.toLowerCase()
  const after = text.slice(1 + word.length).trim()
  switch (name) {
    case 'do':
    case 'confer':
    case 'note':
    case 'sentence':
      return after === '' ? unclear(`Write it behind /${name}.`) : { kind: name, text: after }
    case 'temp':
      return temperature(after)
    case 'call':
      return after === '1' || after === '2'
        ? { kind: 'call', index: after === '1' ? 0 : 1 }
        : unclear('Which one: /call 1 or /call 2?')
    case 'name':
      return rest.length === 2
        ? { kind: 'name', moment: rest[0] ?? '', behaviour: rest[1] ?? '' }
        : unclear('Write the mark and its name, like /name m1 paraphrase. /marks lists them.')
    case 'undo':
      return rest.length === 1 ? { kind: 'undo', moment: after } : unclear('Write the mark, like /undo m1.')
    case 'cue':
      return cue(rest)
    case 'rate':
      return rating(rest)
    case 'retake':
      return retake(rest)
    case 'consent':
    case 'share':
      return { kind: name, on: after.toLowerCase() !== 'no' }
    default:
      return bare(name)
  }
}

function plainText(text: string): Typed {
  if (/^[1-9]$/.test(text)) return { kind: 'number', value: Number(text) }
  return /^n(\/o)?$/i.test(text) ? { kind: 'number', value: 'not-observable' } : { kind: 'text', text }
}

function bare(name: string): Typed {
  const known = BARE.find(kind => kind === name)
  return known === undefined
    ? unclear(`There is no /${name}. /what shows what you can do now.`)
    : { kind: known }
}

function temperature(text: string): Typed {
  switch (text) {
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
      return { kind: 'temperature', level: levels[text] }
    default:
      return unclear('The temperature goes from 1 (calm) to 7 (furious), like /temp 4.')
  }
}

const levels = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 } as const

function cue([which = '', at]: readonly string[]): Typed {
  const found = /^([tc])([123])$/i.exec(which)
  const wrongLine = at !== undefined && !/^\d{1,4}$/.test(at)
  if (found === null || wrongLine) {
    return unclear('Write t1 to t3 or c1 to c3, and the line if you know it, like /cue t1 4.')
  }
  const kind = found[1]?.toLowerCase() === 't' ? 'trigger' : 'calmer'
  const index = found[2] === '1' ? 0 : found[2] === '2' ? 1 : 2
  return { kind: 'cue', cue: kind, index, ...(at !== undefined && { line: Number(at) }) }
}

function rating([item = '', score = '']: readonly string[]): Typed {
  if (/^n(\/o)?$/i.test(score)) return { kind: 'rate', item, score: 'not-observable' }
  return /^[1-5]$/.test(score)
    ? { kind: 'rate', item, score: Number(score) }
    : unclear('Write the item and 1 to 5, or n for not observable, like /rate attention 4.')
}

function retake(rest: readonly string[]): Typed {
  const seconds = rest.find(word => /^\d{1,4}$/.test(word)) ?? '0'
  return { kind: 'retake', seconds: Number(seconds), swapped: rest.includes('swap') }
}
