import { describe, expect, test } from 'vitest'
import { INSTRUCTOR, OFFICER, oneRoom } from './testing/one-room.ts'
import { allowText, cleanText, requireText } from './text.ts'

const char = (...codes: number[]) => String.fromCodePoint(...codes)

describe('what a person typed', () => {
  test.each([
    ['white space at the ends', '  Ana \t', 'Ana'],
    ['controls', `A${char(0)}n${char(7)}a${char(0x1b)}[31m${char(0x85)}`, 'Ana[31m'],
    ['direction overrides', `${char(0x202e)}anA${char(0x2066)}!${char(0x2069)}`, 'anA!'],
    ['a byte order mark', `${char(0xfeff)}Ana`, 'Ana'],
    ['non-characters', `A${char(0xfffe)}na${char(0xffff)}`, 'Ana'],
    ['line breaks', 'one\ntwo\r\nthree\rfour\u2028five\u2029six', 'one two three four five six'],
    ['tabs', 'one\t\ttwo', 'one two'],
    ['composing', `Ane${char(0x301)}`, `An${char(0xe9)}`],
    ['a lone surrogate', `A${String.fromCharCode(0xd83d)}na`, `A${char(0xfffd)}na`],
    ['a lone low surrogate', `${String.fromCharCode(0xde00)}`, char(0xfffd)],
  ])('[C11] %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
  })

  test.each([
    ['a smile', char(0x1f600)],
    ['a family', [0x1f469, 0x200d, 0x1f469, 0x200d, 0x1f467].map(code => char(code)).join('')],
    ['a flag', char(0x1f1f5, 0x1f1f9)],
    ['a heart with its variation', char(0x2764, 0xfe0f)],
    ['Persian with a joiner', `${char(0x645, 0x6cc)}${char(0x200c)}${char(0x62e)}`],
    ['Hindi', char(0x915, 0x94d, 0x200d, 0x937)],
    ['a right-to-left name', char(0x5d3, 0x5d5, 0x5d3)],
    ['markup', '<b>Ana</b> & "co"'],
    ['a name of a prototype', '__proto__'],
  ])('[C11] %s stays as it is', (_, typed) => {
    expect(cleanText(typed)).toBe(typed)
  })

  test('[C11] private notes keep their line breaks', () => {
    expect(cleanText('one\r\ntwo\u2028three', true)).toBe('one\ntwo\nthree')
    const played = oneRoom('scene')
    played.mustAct(OFFICER, 'WriteNote', { text: ' first\nsecond ' })
    expect(played.room().notes[0]?.text).toBe('first\nsecond')
  })

  test.each([
    ['nothing', ''],
    ['spaces', ' \t\n '],
    ['zero-width spaces', char(0x200b, 0x200b)],
    ['joiners only', char(0x200d, 0x200c, 0x2060)],
    ['direction marks only', char(0x200e, 0x200f, 0x202e)],
    ['a soft hyphen', char(0xad)],
    ['a Hangul filler', char(0x3164)],
    ['a half-width filler', char(0xffa0)],
    ['an empty braille cell', char(0x2800)],
    ['a lone variation selector', char(0xfe0f)],
    ['ideographic spaces', char(0x3000, 0x3000)],
    ['tag characters', char(0xe0041, 0xe007f)],
    ['control characters', char(0, 1, 2, 0x7f, 0x9f)],
  ])('[C12] %s is empty', (_, typed) => {
    expect(cleanText(typed)).toBe('')
    expect(requireText(typed, 100, 'A line')).toEqual({
      ok: false,
      kind: 'invalid',
      say: "A line can't be empty.",
    })
    expect(allowText(typed, 100, 'A line')).toEqual({ ok: true, text: '' })
  })

  test('[C12] too long says how long it is and how long it may be', () => {
    expect(requireText('a'.repeat(10_000), 1_000, 'A line')).toEqual({
      ok: false,
      kind: 'invalid',
      say: 'A line can have at most 1000 characters. This has 10000.',
    })
    expect(requireText('a'.repeat(1_000), 1_000, 'A line')).toMatchObject({ ok: true })
    expect(requireText(`${' '.repeat(500)}${'a'.repeat(1_000)}\n`, 1_000, 'A line')).toMatchObject({
      ok: true,
    })
    expect(allowText(undefined, 10, 'Your words')).toEqual({ ok: true, text: '' })
  })

  test('[C12] each text of the class has its own limit', () => {
    const played = oneRoom('scene')
    const long = (length: number) => 'ä'.repeat(length)
    const speak = (length: number) => played.act('p2', 'Speak', { how: 'do', text: long(length) }).ok
    expect([speak(1_000), speak(1_001)]).toEqual([true, false])
    const whisper = (length: number) => played.act(INSTRUCTOR, 'Whisper', { to: 'p2', text: long(length) }).ok
    expect([whisper(300), whisper(301)]).toEqual([true, false])
    const note = (length: number) => played.act('p2', 'WriteNote', { text: long(length) }).ok
    expect([note(2_000), note(2_001)]).toEqual([true, false])
    played.mustAct('p2', 'CallTimeOut', {})
    const confer = (length: number) => played.act(OFFICER, 'Confer', { text: long(length) }).ok
    expect([confer(300), confer(301)]).toEqual([true, false])
    played.mustAct('p2', 'EndTimeOut', {})
    played.takeTo('rating')
    const sentence = (length: number) =>
      played.act(OFFICER, 'Rate', { scores: {}, sentence: long(length) }).ok
    expect([sentence(300), sentence(301)]).toEqual([true, false])
    const words = (length: number) =>
      played.act('p2', 'ConfirmCue', { cue: { kind: 'trigger', index: 0 }, words: long(length) }).ok
    expect([words(301), words(300)]).toEqual([false, true])
  })
})
