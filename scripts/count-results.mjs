/**
 * Turns one run of turbo into the numbers that `npm test` prints. Pure: reports are handed in, so that it can be tested.
 *
 * Every vitest test counts one. Each step (lint, arrows, check-types, build) counts one, however many packages it went through.
 * Only reports of test tasks that belong to this run are counted: a report that an older run left behind, or that belongs to a
 * package that has gone, says nothing about the code that is here.
 */

/** Tasks of turbo, by the step that they are part of. */
const steps = {
  lint: ['lint', 'lint-scripts'],
  arrows: ['arrows'],
  'check-types': ['check-types'],
  build: ['build'],
}

/**
 * @typedef {{ taskId: string, task: string, directory: string, cache: { status: string },
 *   execution?: { startTime: number, exitCode?: number } }} Task one task of turbo's run summary
 * @typedef {{ startTime: number, testResults: { name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string }[] }[] }} Report what vitest's json reporter writes; times in ms
 */

const ok = task => task.execution?.exitCode === 0

/** The tests of one test task: how many passed, were skipped, and the names of those that failed. */
function countReport(task, report) {
  const failed = []
  let passed = 0
  let skipped = 0
  const ran = task.cache.status !== 'HIT'
  const stale = report !== undefined && ran && report.startTime < (task.execution?.startTime ?? 0)
  if (report === undefined || stale)
    return { passed, skipped, failed: [`${task.taskId}: ended without a report`] }
  for (const file of report.testResults) {
    const before = failed.length
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') passed++
      else if (status === 'failed') failed.push(`${task.directory}: ${fullName}`)
      else skipped++
    }
    // A file that could not even be loaded has no tests in it to fail.
    if (file.status === 'failed' && failed.length === before) {
      failed.push(`${file.name}: ${file.message.split('\n')[0] || 'could not be run'}`)
    }
  }
  if (!ok(task) && failed.length === 0) failed.push(`${task.taskId}: failed outside its tests`)
  return { passed, skipped, failed }
}

/**
 * @param {Task[]} tasks every task that turbo ran, or took from its cache, in this run
 * @param {(directory: string) => Report | undefined} reportOf reads `.reports/vitest.json` of a workspace
 * @returns {{ passed: number, skipped: number, failed: string[] }} `failed` names each failure, one line each
 */
export function countResults(tasks, reportOf) {
  let passed = 0
  let skipped = 0
  const failed = []
  for (const [step, names] of Object.entries(steps)) {
    const part = tasks.filter(task => names.includes(task.task))
    const broken = part.filter(task => !ok(task)).map(task => task.taskId)
    if (broken.length > 0) failed.push(`${step}: ${broken.join(', ')}`)
    else if (part.length > 0) passed++
  }
  for (const task of tasks.filter(({ task }) => task === 'test')) {
    const counted = countReport(task, reportOf(task.directory))
    passed += counted.passed
    skipped += counted.skipped
    failed.push(...counted.failed)
  }
  return { passed, skipped, failed }
}
