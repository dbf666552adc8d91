import {
  type ClassPage,
  ENOUGH_SCENES,
  type Figure,
  type Icc,
  type PairFigures,
} from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { inWords } from './agreement-words.ts'
import frame from './records.module.css'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.page
const told = say.figures

const COLUMNS = [
  say.item,
  told.n,
  told.same,
  told.kappa,
  told.alpha,
  told.ac1,
  told.icc1,
  told.iccK,
  told.words,
]

interface PairTableProps {
  page: ClassPage
  label: string
  pair: Pick<ClassPage['report']['agreement']['pairs'][number], 'items' | 'total'>
}

/** All figures of two raters, item by item and in total. The sentence beside them says what they allow to say. */
export function PairTable({ page, label, pair }: PairTableProps) {
  return (
    <TableScroll label={label}>
      <table className={look.table}>
        <thead>
          <tr>
            {COLUMNS.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pair.items.map(({ item, ...figures }) => (
            <FiguresRow key={item} name={page.titles.items[item] ?? item} figures={figures} />
          ))}
          <FiguresRow name={say.allItems} figures={pair.total} />
        </tbody>
      </table>
    </TableScroll>
  )
}

function FiguresRow({ name, figures }: { name: string; figures: PairFigures }) {
  const { same, kappa, alpha, ac1, icc } = figures
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={look.number}>{same.n}</td>
      <td className={look.number}>{same.value === null ? told.none : told.share(same.value)}</td>
      {[kappa, alpha, ac1].map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
        <td key={index} className={look.number}>
          <FigureText figure={figure} n={figure.n} />
        </td>
      ))}
      <IccCell icc={'because' in icc ? undefined : icc.icc21} n={icc.n} />
      <IccCell icc={'because' in icc ? undefined : icc.icc2k} n={icc.n} />
      <td>
        <span className={frame.small}>{inWords(kappa)}</span>
      </td>
    </tr>
  )
}

function IccCell({ icc, n }: { icc: Icc | undefined; n: number }) {
  return (
    <td className={look.number}>
      {icc === undefined ? <span>{told.none}</span> : <FigureText figure={icc} n={n} />}
      {icc?.interval && <span className={look.beneath}> {told.between(...icc.interval)}</span>}
    </td>
  )
}

/** A number alone would be read as saying something, however few scenes are behind it. */
function FigureText({ figure: { value }, n }: { figure: Pick<Figure | Icc, 'value'>; n: number }) {
  if (value === null) return <span>{told.none}</span>
  return (
    <>
      <span>{told.value(value)}</span>
      {n < ENOUGH_SCENES && <span className={look.beneath}> {told.few}</span>}
    </>
  )
}
