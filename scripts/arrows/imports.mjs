import { codeOnly, lineAt } from './code-only.mjs'

const beforeSource = /(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*$/

/**
 * What a file imports or re-exports: static, dynamic, types too.
 * @param {string} text
 * @returns {{ source: string, line: number }[]}
 */
export function importsOf(text) {
  const { code, strings } = codeOnly(text)
  return strings
    .filter(({ at }) => beforeSource.test(code.slice(Math.max(0, at - 40), at)))
    .map(({ at, value }) => ({ source: value, line: lineAt(text, at) }))
}

/** The name of the package that an import belongs to: `@evenkeel/playbook/cards` belongs to `@evenkeel/playbook`. */
export function packageOf(source) {
  const parts = source.split('/')
  return parts.slice(0, source.startsWith('@') ? 2 : 1).join('/')
}

/** True when a file does nothing but pass on what other files export. */
export function isBarrel(text) {
  const { code } = codeOnly(text)
  const rest = code.replaceAll(
    /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})\s*from\s*(['"]) *\1;?/g,
    '',
  )
  return rest !== code && rest.trim() === ''
}
