/*
 * `npm run chaos -- [--cluster] [--seeds N] [--from SEED] [--faults N] [--only kill,cut]
 * [--schedule kill,cut] [--longest MS]`: plays classes while things break, one server over a data folder or with --cluster three
 * on one Redis, and prints what was found. --schedule: exactly these faults in this order, as a run that broke a rule tells them.
 */
import { parseArgs } from 'node:util'
import { backAfterKill } from './back-after-kill.ts'
import { explore, told } from './explore.ts'
import { CLUSTER_FAULTS, type ClusterFault } from './faults/cluster-faults.ts'
import { FAULTS } from './faults/faults.ts'
import { run } from './run.ts'
import { runCluster } from './run-cluster.ts'
import { ADAPTERS, runStock } from './stock/run-stock.ts'

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        cluster: { type: 'boolean', default: false },
        seeds: { type: 'string', default: '5' },
        from: { type: 'string', default: '1' },
        faults: { type: 'string', default: '8' },
        only: { type: 'string' },
        schedule: { type: 'string' },
        longest: { type: 'string' },
      },
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value > 0
    ? value
    : refuse(`--${name} must be a whole number from 1 on.`)
}

/** Those of the known faults that were asked for; all of them where nobody asked. */
function chosen<Fault extends string>(known: readonly Fault[], asked: string | undefined): readonly Fault[] {
  if (asked === undefined) return known
  const words = asked.split(',')
  const strange = words.find(word => !known.some(fault => fault === word))
  if (strange !== undefined) refuse(`There is no fault "${strange}". There are: ${known.join(', ')}.`)
  return known.filter(fault => words.includes(fault))
}

const options = readOptions()
const seeds = wholeNumber('seeds', options.seeds)
const from = wholeNumber('from', options.from)
const faults = wholeNumber('faults', options.faults)
const longest = wholeNumber('longest', options.longest ?? (options.cluster ? '1500' : '10000'))

/** Named in the order in which they were asked for; one may come twice. */
function scheduled<Fault extends string>(known: readonly Fault[]): readonly Fault[] | undefined {
  const words = options.schedule?.split(',').filter(word => word !== '')
  return words?.flatMap(word => chosen(known, word))
}

/** The first schedule once more, with what Socket.IO offers for several servers on one Redis; and how soon people are back. */
async function tellBeside(brought: readonly ClusterFault[]): Promise<void> {
  console.log(`Plain Socket.IO with its own Redis adapters, the faults of seed ${from}, six people:`)
  for (const adapter of ADAPTERS) {
    const { acknowledged, lost, doubled, reordered } = await runStock(adapter, from, brought, longest)
    console.log(
      `  ${adapter.padEnd(8)} ${acknowledged} lines acknowledged; ${lost} times one was not heard, ${doubled} times twice, ${reordered} times in another order`,
    )
  }
  const { clients, cut, p50, p99 } = await backAfterKill(400)
  console.log(
    `After kill -9 of a server with ${cut} of ${clients} people: back and caught up after ${Math.round(p50)} ms (p50), ${Math.round(p99)} ms (p99).`,
  )
}

const found = options.cluster
  ? await explore({
      ...{ seeds, from, kind: '--cluster ', tell: console.log, schedule: scheduled(CLUSTER_FAULTS) },
      known: CLUSTER_FAULTS,
      play: (seed, schedule) =>
        runCluster({ seed, faults, only: chosen(CLUSTER_FAULTS, options.only), schedule, longest }),
    })
  : await explore({
      ...{ seeds, from, kind: '', tell: console.log, schedule: scheduled(FAULTS) },
      known: FAULTS,
      play: (seed, schedule) => run({ seed, faults, only: chosen(FAULTS, options.only), schedule, longest }),
    })
console.log(told(found, seeds))
if (options.cluster)
  await tellBeside(found.first.flatMap(fault => CLUSTER_FAULTS.find(known => known === fault) ?? []))
process.exitCode = found.failed > 0 ? 1 : found.voided > 0 ? 2 : 0
