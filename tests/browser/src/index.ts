export { launchChromium } from './harness/chromium.ts'
export { Person } from './harness/person.ts'
export { ServerProcess } from './harness/server-process.ts'
