import type { ProjectorView, Step } from '@evenkeel/classroom/view'
import { clockText } from '../live/use-now.ts'
import { words } from '../words/en.ts'
import { type AgreedTen, agreedTens } from './agreed-tens.ts'
import look from './agreement.module.css'

const told = words.project

interface AgreementProps {
  tens: NonNullable<ProjectorView['agreement']>
  step: Step
}

/** After a fishbowl: the scene from left to right, what helped above the line and what hurt below; where the room agreed. */
export function Agreement({ tens, step }: AgreementProps) {
  const most = Math.max(1, ...tens.flatMap(({ helped, hurt }) => [helped, hurt]))
  const agreed = agreedTens(tens)
  const named = new Set(agreed.map(({ from }) => from))
  return (
    <section className={look.agreement}>
      <h1 className={look.title}>{told.steps[step].word}</h1>
      <h2 className={look.text}>{told.agreed}</h2>
      <svg
        className={look.chart}
        viewBox={`0 0 ${Math.max(1, tens.length) * 10} 60`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {tens.map(({ from, helped, hurt }, index) => {
          const [up, down] = [(28 * helped) / most, (28 * hurt) / most]
          const strong = named.has(from) ? 'yes' : undefined
          return (
            <g key={from} data-strong={strong}>
              <rect className={look.helped} x={index * 10 + 1} y={30 - up} width={8} height={up} />
              <rect className={look.hurt} x={index * 10 + 1} y={30} width={8} height={down} />
            </g>
          )
        })}
        <rect className={look.line} x={0} y={29.7} width={Math.max(1, tens.length) * 10} height={0.6} />
      </svg>
      {agreed.length === 0 ? (
        <p className={look.text}>{told.noAgreement}</p>
      ) : (
        <ol className={look.list}>
          {agreed.map(ten => (
            <li key={`${ten.from} ${ten.mark}`} data-mark={ten.mark}>
              <span className={look.when}>{clockText(ten.from)}</span>
              <span>{sayTen(ten)}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={look.text}>{told.agreedAsk}</p>
    </section>
  )
}

const sayTen = ({ mark, people }: AgreedTen) =>
  mark === 'helped' ? told.agreedHelped(people) : told.agreedHurt(people)
