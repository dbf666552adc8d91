/** After one of these a slash begins a regular expression; after anything else it divides. */
const beforeRegExp =
  /(?:^|[=([{},;:!&|?+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield))$/

/**
 * The same text with every comment, and the inside of every string, template and regular expression, replaced by blanks: what
 * is left is code, at the same places and on the same lines. A word in a comment or in a sentence for a person is then no finding.
 * Not a parser: it knows just enough of the language to tell code from text.
 * @param {string} text TypeScript or JavaScript
 * @returns {{ code: string, strings: { at: number, value: string }[] }} `strings` are the plain string literals, `at` their quote
 */
export function codeOnly(text) {
  const out = text.split('')
  const strings = []
  const blank = (from, to) => {
    for (let i = from; i < to; i++) if (out[i] !== '\n') out[i] = ' '
  }
  const endOfLine = from => {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }
  const endOfQuote = (from, quote) => {
    let i = from
    while (i < text.length && text[i] !== quote && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1
    return i
  }
  const endOfRegExp = from => {
    let inClass = false
    let i = from
    for (; i < text.length && text[i] !== '\n'; i++) {
      if (text[i] === '\\') i++
      else if (text[i] === '[') inClass = true
      else if (text[i] === ']') inClass = false
      else if (text[i] === '/' && !inClass) break
    }
    return i
  }
  /** Blanks a template's text from `from`, up to its end or to a `${`; says where code goes on. */
  const templateText = (from, depths) => {
    let i = from
    while (i < text.length && text[i] !== '`' && !text.startsWith('${', i)) i += text[i] === '\\' ? 2 : 1
    blank(from, Math.min(i, text.length))
    if (text[i] === '`') return i + 1
    depths.push(0)
    return i + 2
  }

  /** One count of open braces for each `${` that we are inside of. */
  const depths = []
  let codeSoFar = ''
  let i = 0
  while (i < text.length) {
    const character = text[i]
    if (text.startsWith('//', i)) {
      const end = endOfLine(i)
      blank(i, end)
      i = end
    } else if (text.startsWith('/*', i)) {
      const close = text.indexOf('*/', i + 2)
      const end = close < 0 ? text.length : close + 2
      blank(i, end)
      i = end
    } else if (character === "'" || character === '"') {
      const end = endOfQuote(i + 1, character)
      strings.push({ at: i, value: text.slice(i + 1, end) })
      blank(i + 1, end)
      i = end + 1
      codeSoFar = character
    } else if (character === '`') {
      i = templateText(i + 1, depths)
      codeSoFar = '`'
    } else if (character === '/' && beforeRegExp.test(codeSoFar)) {
      const end = endOfRegExp(i + 1)
      blank(i + 1, end)
      i = end + 1
      codeSoFar = '/'
    } else if (character === '}' && depths.at(-1) === 0) {
      depths.pop()
      i = templateText(i + 1, depths)
      codeSoFar = '`'
    } else {
      if (depths.length > 0 && character === '{') depths[depths.length - 1]++
      if (depths.length > 0 && character === '}') depths[depths.length - 1]--
      if (character.trim() !== '')
        codeSoFar =
          /[\w$]/.test(character) && i > 0 && /\s/.test(text[i - 1])
            ? ` ${character}`
            : codeSoFar.slice(-12) + character
      i++
    }
  }
  return { code: out.join(''), strings }
}

/** The line number, from 1, of a place in a text. */
export function lineAt(text, at) {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}
