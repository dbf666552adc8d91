import { useState } from 'react'
import { ClassesPanel } from './classes-panel.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { fetchClasses, importClass } from './records-calls.ts'
import { useLoaded } from './use-loaded.ts'

export function ClassesRoute() {
  const { loaded, again } = useLoaded(fetchClasses)
  const [said, setSaid] = useState<{ ok: boolean; say: string }>()
  const [busy, setBusy] = useState(false)
  if (!loaded?.ok) return <NotLoaded at="classes" asked={loaded} />
  const bring = async (file: File, done: string) => {
    setBusy(true)
    const asked = await importClass(file)
    setBusy(false)
    setSaid(asked.ok ? { ok: true, say: done } : { ok: false, say: asked.say })
    if (asked.ok) await again()
  }
  return <ClassesPanel classes={loaded.body.classes} said={said} busy={busy} onImport={bring} />
}
