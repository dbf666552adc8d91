import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OFFICE = 'soffice'
/** Commas, double quotes, UTF-8, from the first line on: what its dialog proposes for our files. */
const AS_CSV = 'CSV:44,34,76,1'

export function hasLibreOffice(): boolean {
  try {
    execFileSync(OFFICE, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** These CSV files as LibreOffice has them once it opened them: flat XML, with every cell's kind, formula and text. */
export function inLibreOffice(files: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-csv-'))
  try {
    const paths = files.map((text, index) => {
      const path = join(folder, `file-${index}.csv`)
      writeFileSync(path, text)
      return path
    })
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync(
      OFFICE,
      [profile, '--headless', `--infilter=${AS_CSV}`, '--convert-to', 'fods', '--outdir', folder, ...paths],
      { stdio: 'ignore' },
    )
    return paths.map(path => unescaped(readFileSync(path.replace(/csv$/, 'fods'), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
