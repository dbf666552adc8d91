import { consoleWords } from './en/console.ts'
import { debriefWords } from './en/debrief.ts'
import { joinWords } from './en/join.ts'
import { linkWords } from './en/link.ts'
import { playWords } from './en/play.ts'
import { projectWords } from './en/project.ts'

/** All text of the screens, English. Another language is another object of this type. */
export const words = {
  product: 'Evenkeel',
  roles: { customer: 'Customer', officer: 'Officer', observer: 'Observer', instructor: 'Instructor' },
  console: consoleWords,
  join: joinWords,
  debrief: debriefWords,
  link: linkWords,
  play: playWords,
  project: projectWords,
} as const
