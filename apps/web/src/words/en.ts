import { consoleWords } from './en/console.ts'
import { debriefWords } from './en/debrief.ts'
import { joinWords } from './en/join.ts'
import { linkWords } from './en/link.ts'
import { playWords } from './en/play.ts'
import { productName, roleWords } from './en/product.ts'
import { projectWords } from './en/project.ts'
import { remoteWords } from './en/remote.ts'
import { simulatedWords } from './en/simulated.ts'
import { wallWords } from './en/wall.ts'

/**
 * All text of the screens, English. Another language is another object of this type. Pages that phones load first take the
 * areas that they need from their own files instead, so that they carry no others.
 */
export const words = {
  product: productName,
  roles: roleWords,
  console: consoleWords,
  join: joinWords,
  debrief: debriefWords,
  link: linkWords,
  play: playWords,
  project: projectWords,
  wall: wallWords,
  remote: remoteWords,
  simulated: simulatedWords,
} as const
