import type { DeckCard, Plan, Seat } from '@evenkeel/classroom/view'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './plan-table.module.css'
import { type Dragging, useDragging } from './use-dragging.ts'

type PlannedRoom = Plan['rooms'][number]

interface PlanTableProps {
  plan: Plan
  deck: readonly DeckCard[]
  nameOf: (person: string) => string
  /** Who is here and sits nowhere. */
  trainees: readonly string[]
  instructors: readonly string[]
  onMove: (person: string) => void
  /** Somebody was dragged to a seat of a room; `held`: who sits there and changes places with them. */
  onDrop: (person: string, spot: number, seat: Seat, held: string | null) => void
  onAnother: (room: PlannedRoom) => void
  onCard: (index: number) => void
}

const ROLES = ['customer', 'officer', 'observer'] as const

/** A room a line; every name is a button that moves that person. On a phone a line is a block. */
export function PlanTable(props: PlanTableProps) {
  const { plan, deck, nameOf, trainees, instructors, onMove, onDrop, onAnother, onCard } = props
  const say = words.console.seats
  const { rooms } = words.console
  const lang = useCardLanguage()
  const titles = new Map(deck.map(card => [card.hash, card.title]))
  const dragging = useDragging()
  const name = (id: string) => (
    <Name key={id} id={id} nameOf={nameOf} onMove={onMove} source={dragging.source(id)} />
  )
  return (
    <div className={look.plan}>
      <p className={look.soft}>{say.how}</p>
      <table className={look.table} aria-label={words.console.plan.title}>
        <thead>
          <tr>
            <th scope="col">{say.room}</th>
            {ROLES.map(role => (
              <th scope="col" key={role}>
                <RoleBadge role={role} />
              </th>
            ))}
            <th scope="col">{say.card}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rooms.map((room, index) => {
            const { customer, officer, observers } = room.seats
            const spot = index + 1
            const to = (seat: Seat, held: string | null) =>
              dragging.target(`${spot} ${seat} ${held ?? ''}`, person => {
                if (person !== held) onDrop(person, spot, seat, held)
              })
            return (
              <tr key={customer ?? officer ?? observers[0] ?? spot}>
                <th scope="row">{rooms.spot(spot)}</th>
                <td data-label={words.roles.customer} {...to('customer', customer)}>
                  {customer === null ? <Empty /> : name(customer)}
                </td>
                <td data-label={words.roles.officer} {...to('officer', officer)}>
                  {officer === null ? <Empty /> : name(officer)}
                </td>
                <td data-label={say.observers} {...to('observer', null)}>
                  <span className={look.names}>
                    {observers.map(id => (
                      <span key={id} {...to('observer', id)}>
                        {name(id)}
                      </span>
                    ))}
                    {observers.length === 0 && <span className={look.soft}>–</span>}
                  </span>
                </td>
                <td data-label={say.card}>
                  <div className={look.card}>
                    <button
                      type="button"
                      className={look.title}
                      aria-label={`${say.cardFor(spot)}: ${titles.get(room.card) ?? ''}`}
                      onClick={() => onCard(index)}
                    >
                      <bdi lang={lang}>{titles.get(room.card) ?? ''}</bdi>
                    </button>
                    <span className={look.soft}>{words.console.plan.why[room.why] ?? room.why}</span>
                    <Button kind="plain" aria-label={say.anotherFor(spot)} onClick={() => onAnother(room)}>
                      {say.anotherCard}
                    </Button>
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {trainees.length > 0 && (
        <p className={look.without}>
          <strong>{`${say.without}: `}</strong>
          {trainees.map(name)}
        </p>
      )}
      {instructors.length > 0 && (
        <p className={look.without}>
          <span className={look.soft}>{`${say.instructors}: `}</span>
          {instructors.map(name)}
        </p>
      )}
    </div>
  )
}

const Empty = () => <strong className={look.empty}>{words.console.rooms.empty}</strong>

interface NameProps {
  id: string
  nameOf: (person: string) => string
  onMove: (person: string) => void
  source: ReturnType<Dragging['source']>
}

function Name({ id, nameOf, onMove, source }: NameProps) {
  return (
    <button
      type="button"
      className={look.name}
      aria-label={words.console.seats.moveName(nameOf(id))}
      onClick={() => onMove(id)}
      {...source}
    >
      <bdi>{nameOf(id)}</bdi>
    </button>
  )
}
