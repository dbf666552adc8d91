import type { ClassPage, Figure, Icc, PairFigures } from '@evenkeel/insight/report'
import { recordsWords } from '../words/en/records.ts'
import { inWords } from './agreement-words.ts'
import frame from './records.module.css'
import look from './table.module.css'
import { TableScroll } from './table-scroll.tsx'

const say = recordsWords.page
const told = say.figures

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
            {[say.item, told.same, told.kappa, told.alpha, told.ac1, told.icc1, told.iccK, told.words].map(
              name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
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
      <td className={look.number}>{same.value === null ? told.none : told.share(same.value)}</td>
      {[kappa, alpha, ac1].map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
        <td key={index} className={look.number}>
          {figureText(figure)}
        </td>
      ))}
      <IccCell icc={'because' in icc ? undefined : icc.icc21} />
      <IccCell icc={'because' in icc ? undefined : icc.icc2k} />
      <td>
        <span className={frame.small}>{inWords(kappa)}</span>
      </td>
    </tr>
  )
}

function IccCell({ icc }: { icc: Icc | undefined }) {
  return (
    <td className={look.number}>
      <span>{icc === undefined ? told.none : figureText(icc)}</span>
      {icc?.interval && <span className={frame.small}> {told.between(...icc.interval)}</span>}
    </td>
  )
}

const figureText = ({ value }: Pick<Figure | Icc, 'value'>): string =>
  value === null ? told.none : told.value(value)
