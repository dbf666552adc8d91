'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../look/button.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { CardsTop } from '../cards-top.tsx'
import look from './paper.module.css'

const say = cardsWords.paper

/** The sheets as they will come out, under a bar that is not printed. */
export function PaperPage({
  title,
  means,
  back,
  onBack,
  children,
}: {
  title: string
  means: string
  back: { href: string; text: string }
  onBack: () => void
  children: ReactNode
}) {
  return (
    <div className={look.paper}>
      <header className={look.top}>
        <CardsTop back={back} onBack={onBack}>
          <Button kind="primary" icon={<Printer size={20} />} onClick={() => window.print()}>
            {say.print}
          </Button>
        </CardsTop>
      </header>
      <main>
        <div className={look.about}>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p>{means}</p>
          <p>{say.printMeans}</p>
        </div>
        <div className={look.stack}>{children}</div>
      </main>
    </div>
  )
}
