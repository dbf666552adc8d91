import { words } from '../words/en.ts'
import look from './project.module.css'

/** `BK7 4QM`: as people read a code aloud. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`.trim()

/** For those who come late: small, in the corner. */
export function CodeStrip({ code }: { code: string }) {
  if (code === '') return null
  return (
    <p>
      <span>{words.project.late}</span> <strong className={look.small}>{spacedCode(code)}</strong>
    </p>
  )
}
