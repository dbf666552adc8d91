import { RoleBadge } from '../look/role.tsx'
import { playWords } from '../words/en/play.ts'
import { nameOf, type Stage, seated } from './stage.ts'
import look from './who-sits.module.css'

/** Who sits in which seat of the room, and who is ready where that matters. */
export function WhoSits({ stage: { room, names, me }, ready }: { stage: Stage; ready?: boolean }) {
  return (
    <ul className={look.seats}>
      {seated(room).map(({ seat, person }) => (
        <li key={`${seat} ${person}`}>
          <RoleBadge role={seat} />
          <span className={look.name}>
            {person === null ? (
              <span className={look.soft}>{playWords.briefing.nobody}</span>
            ) : (
              <>
                <bdi>{nameOf(names, person)}</bdi>
                {person === me.person && <span className={look.soft}>{` (${playWords.you})`}</span>}
                {room.away.includes(person) && (
                  <span className={look.soft}>{` (${playWords.briefing.away})`}</span>
                )}
              </>
            )}
          </span>
          {ready && person !== null && room.ready.includes(person) && (
            <span className={look.ready}>{playWords.briefing.readyOne}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
