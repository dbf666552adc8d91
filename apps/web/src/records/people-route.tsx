import { useState } from 'react'
import { NotLoaded } from './not-loaded.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { fetchPeople, mergePeople } from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

export function PeopleRoute() {
  const { loaded, again } = useLoaded(fetchPeople)
  const [wrong, setWrong] = useState<string>()
  if (!loaded?.ok) return <NotLoaded at="people" asked={loaded} />
  const merge = async (from: string, into: string) => {
    const done = await mergePeople(from, into)
    setWrong(done.ok ? undefined : done.say)
    if (done.ok) await again()
  }
  return <PeoplePanel people={loaded.body.people} wrong={wrong} onMerge={merge} />
}
