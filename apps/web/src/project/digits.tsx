import { words } from '../words/en.ts'
import look from './project.module.css'

interface DigitsProps {
  digits: string | undefined
  wrong: string | undefined
}

/** Four digits that the instructor types into the console; until then this screen shows no class. */
export function Digits({ digits, wrong }: DigitsProps) {
  return (
    <main className={look.middle}>
      <h1 className={look.title}>{words.project.digits}</h1>
      {digits === undefined ? (
        <p className={look.text}>{words.project.asking}</p>
      ) : (
        <p className={look.huge} role="img" aria-label={words.project.digitsSay(digits)}>
          {digits}
        </p>
      )}
      <p className={look.text}>{words.project.digitsHow}</p>
      <p className={look.wrong} role="alert">
        {wrong}
      </p>
    </main>
  )
}
