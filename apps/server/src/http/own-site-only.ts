import type { RequestHandler } from 'express'
import { originAllowed } from '../access/origin.ts'
import { refusal, sendRefusal } from './refuse.ts'

/** What changes something must come from our own pages, or from a program that is no browser. */
export const ownSiteOnly =
  (publicUrl: string | undefined): RequestHandler =>
  (req, res, next) => {
    const reading = req.method === 'GET' || req.method === 'HEAD'
    if (reading || originAllowed(req.headers, publicUrl)) return next()
    sendRefusal(
      res,
      refusal('not-allowed', 'This page belongs to another site. Open the class address itself.'),
    )
  }
