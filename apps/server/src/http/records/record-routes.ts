import { Router } from 'express'
import type { HttpParts } from '../parts.ts'
import { attestingRoutes } from './attesting.ts'
import { classPageRoutes } from './class-pages.ts'
import { exportRoutes } from './exports.ts'
import { forgettingRoutes } from './forgetting.ts'
import { importRoutes } from './import.ts'
import { peopleRoutes } from './people.ts'

/** What a school keeps, takes away and forgets: for the instructors whose classes they are, and the owner. */
export function recordRoutes(parts: HttpParts): Router {
  const router = Router()
  router.use(
    classPageRoutes(parts),
    exportRoutes(parts),
    importRoutes(parts),
    attestingRoutes(parts),
    forgettingRoutes(parts),
    peopleRoutes(parts),
  )
  return router
}
