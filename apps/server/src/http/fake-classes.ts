import { type PersonId, personIdAt, type Settings, type Standing } from '@evenkeel/classroom'
import type { Language } from '@evenkeel/playbook'
import type { WireRefusal } from '@evenkeel/protocol'
import type { InstructorName, LiveClasses, LiveHead } from './classes-port.ts'

interface FakePerson {
  name: string
  standing: Standing
  staffNumber: string | undefined
}

interface FakeClass {
  readonly title: string
  readonly settings: Settings
  readonly language: Language
  readonly people: FakePerson[]
  readonly requests: Map<string, PersonId>
  locked: boolean
  status: 'open' | 'closed'
}

/** Classes that only remember: what http hands over, and what a test has set up for it. */
export class FakeClasses implements LiveClasses {
  readonly all = new Map<string, FakeClass>()
  readonly screensDropped: string[] = []
  readonly sessionsDropped: string[] = []
  /** Given to the next call that would change something. */
  refuseNext: WireRefusal | undefined

  async open({ title, settings, language, instructor }: Parameters<LiveClasses['open']>[0]) {
    const refused = this.#refusal()
    if (refused) return refused
    const classId = `c-${this.all.size + 1}`
    const people: FakePerson[] = [{ name: instructor.name, standing: 'present', staffNumber: undefined }]
    this.all.set(classId, {
      title,
      settings,
      language,
      people,
      requests: new Map(),
      locked: false,
      status: 'open',
    })
    return { ok: true as const, classId }
  }

  async join({ classId, name, staffNumber, request }: Parameters<LiveClasses['join']>[0]) {
    const refused = this.#refusal()
    if (refused) return refused
    const found = this.of(classId)
    const known = found.requests.get(request)
    if (known !== undefined) return { ok: true as const, person: known }
    if (found.locked) return { ok: false as const, kind: 'locked' as const, say: 'This class is locked.' }
    const person = personIdAt(found.people.length)
    found.people.push({ name, standing: 'present', staffNumber })
    found.requests.set(request, person)
    return { ok: true as const, person }
  }

  async attend(classId: string, instructor: InstructorName) {
    const { people } = this.of(classId)
    const index = people.findIndex(({ name }) => name === instructor.name)
    return { ok: true as const, person: personIdAt(Math.max(0, index)) }
  }

  async rename(classId: string, person: PersonId, name: string) {
    const refused = this.#refusal()
    if (refused) return refused
    this.person(classId, person).name = name
    return { ok: true as const }
  }

  async head(classId: string): Promise<LiveHead | undefined> {
    const found = this.all.get(classId)
    if (found === undefined) return undefined
    const at = (person: PersonId) => found.people[Number(person.slice(1)) - 1]
    const { title, locked, status } = found
    const { kind, medium } = found.settings
    return {
      title,
      kind,
      medium,
      locked,
      status,
      now: id => id,
      also: () => [],
      standing: id => at(id)?.standing,
      nameOf: id => at(id)?.name,
      trainees: () =>
        found.people.flatMap(({ standing }, index) =>
          index > 0 && (standing === 'present' || standing === 'set-aside') ? [personIdAt(index)] : [],
        ),
      traineeNames: () =>
        found.people
          .slice(1)
          .flatMap(person =>
            person.standing === 'present' || person.standing === 'set-aside' ? [person.name] : [],
          ),
    }
  }

  async ownCopy(classId: string, person: PersonId) {
    const { title } = this.of(classId)
    const { name, standing } = this.person(classId, person)
    if (standing !== 'present' && standing !== 'set-aside') return undefined
    return { title, names: { [person]: name }, scenes: [] }
  }

  readonly reloaded: string[] = []

  async reload(classId: string) {
    this.reloaded.push(classId)
  }

  async forget(classId: string) {
    this.all.delete(classId)
  }

  readonly claimsTold: string[] = []
  readonly moved: { classId: string; person: PersonId; token: string }[] = []

  async claimsChanged(classId: string) {
    this.claimsTold.push(classId)
  }

  async moveSeat(classId: string, person: PersonId, token: string) {
    this.moved.push({ classId, person, token })
  }

  readonly letInTold: { classId: string; instructor: string; on: boolean }[] = []

  async letIn({ classId, instructor, on }: Parameters<LiveClasses['letIn']>[0]) {
    this.letInTold.push({ classId, instructor: instructor.id, on })
  }

  async dropScreens(classId: string) {
    this.screensDropped.push(classId)
  }

  async dropSession(session: string) {
    this.sessionsDropped.push(session)
  }

  of(classId: string): FakeClass {
    const found = this.all.get(classId)
    if (found === undefined) throw new Error('no such class')
    return found
  }

  person(classId: string, id: PersonId): FakePerson {
    const found = this.of(classId).people[Number(id.slice(1)) - 1]
    if (found === undefined) throw new Error('no such person')
    return found
  }

  #refusal(): WireRefusal | undefined {
    const refused = this.refuseNext
    this.refuseNext = undefined
    return refused
  }
}
