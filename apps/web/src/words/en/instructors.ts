import type { ClassInstructors } from '@evenkeel/protocol/constants'

/** Who looks after a class together, on the console. */
export const instructorsWords = {
  open: 'Other instructors',
  title: 'Who looks after this class',
  means:
    'Whoever you let in finds this class in their own list and may do all that you do in it. Its records stay with you. Who did what stands on the console.',
  parts: {
    opened: 'opened the class',
    owner: 'owns this server, sees every class',
    'let-in': 'was let in',
    none: '',
  } satisfies Record<ClassInstructors['instructors'][number]['part'], string>,
  inside: 'They look after it',
  others: 'Let somebody in',
  nobody: 'Nobody else has signed in at this server yet.',
  missing:
    'Somebody is missing? They sign in at this server once, with their name and the passcode, then they stand here.',
  letIn: (name: string) => `Let ${name} in`,
  takeOut: (name: string) => `Take ${name} out`,
  reallyOut: (name: string) => `Really take ${name} out?`,
  loading: 'One moment.',
}
