import { FAULTS, type Fault } from './faults/faults.ts'
import { run } from './run.ts'

/** `npm run chaos -- [--seeds N] [--from SEED] [--faults N] [--only kill,cut] [--longest MS]` */
const options = new Map<string, string>()
const args = process.argv.slice(2)
for (let at = 0; at < args.length; at += 2) options.set(args[at] ?? '', args[at + 1] ?? '')

function wholeNumber(name: string, fallback: number): number {
  const text = options.get(name)
  const value = text === undefined ? fallback : Number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    console.error(`${name} must be a whole number from 1 on.`)
    process.exit(1)
  }
  return value
}

const isFault = (word: string): word is Fault => FAULTS.some(fault => fault === word)
const words = options.get('--only')?.split(',') ?? [...FAULTS]
const only = words.filter(isFault)
const known = new Set(['--seeds', '--from', '--faults', '--only', '--longest'])
const strange = [...options.keys()].find(name => !known.has(name))
if (strange !== undefined || only.length < words.length) {
  console.error(`Unknown: ${strange ?? words.find(word => !isFault(word))}. Faults are ${FAULTS.join(', ')}.`)
  process.exit(1)
}
const seeds = wholeNumber('--seeds', 5)
const from = wholeNumber('--from', 1)
const faults = wholeNumber('--faults', 8)
const longest = wholeNumber('--longest', 10_000)

let failed = 0
console.log('seed   events  commands  frames  violations  faults')
for (let seed = from; seed < from + seeds; seed += 1) {
  const { evidence, violations, brought, impossible } = await run({ seed, faults, only, longest })
  const frames = evidence.devices.reduce((sum, device) => sum + device.frames.length, 0)
  const figures = [evidence.journal.length, evidence.commands.length, frames, violations.length]
  const [events, commands, seen, broken] = figures.map(figure => String(figure).padStart(8))
  const left = impossible.length === 0 ? '' : ` (not possible here: ${[...new Set(impossible)].join(' ')})`
  console.log(
    `${String(seed).padEnd(5)}${events}${commands}${seen}${broken}      ${brought.join(' ')}${left}`,
  )
  for (const { broken: rule, what } of violations.slice(0, 20)) console.log(`  ${rule}: ${what}`)
  if (violations.length > 0) {
    failed += 1
    console.log(`  again: npm run chaos -- --seeds 1 --from ${seed} --faults ${faults}`)
  }
}
console.log(
  failed === 0
    ? `Nothing was lost, doubled, reordered or leaked in ${seeds} runs of ${faults} faults.`
    : `${failed} of ${seeds} runs broke a rule.`,
)
process.exitCode = failed === 0 ? 0 : 1
