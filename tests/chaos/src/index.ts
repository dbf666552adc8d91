export { check } from './check/check.ts'
export type * from './check/evidence.ts'
