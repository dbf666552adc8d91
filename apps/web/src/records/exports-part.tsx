import type { ClassPage } from '@evenkeel/insight/report'
import { Download } from 'lucide-react'
import { recordsWords } from '../words/en/records.ts'
import { exportAddress } from './addresses.ts'
import look from './lists.module.css'
import frame from './records.module.css'

const say = recordsWords.exports

export function ExportsPart({ page }: { page: ClassPage }) {
  const { class: id, kind } = page.class
  const files: readonly (readonly [file: string, text: string])[] =
    kind === 'practice'
      ? [
          ['people.csv', say.people],
          ['xapi.json', say.xapi],
        ]
      : [
          ['people.csv', say.people],
          ['ratings.csv', say.ratings],
          ['xapi.json', say.xapi],
          ['class.jsonl', say.whole],
          ['class.jsonl?pseudonymous=1', say.bare],
        ]
  return (
    <section className={`${frame.part} ${frame.screenOnly}`}>
      <h2>{say.title}</h2>
      <p className={frame.soft}>{kind === 'practice' ? say.practice : say.wholeAbout}</p>
      <ul className={look.files}>
        {files.map(([file, text]) => (
          <li key={file}>
            <a className={look.file} href={exportAddress(id, file)} download>
              <Download aria-hidden="true" size={20} />
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
