import { expect, test } from 'vitest'
import { remoteWords } from '../en/remote.ts'
import { walkQuestions } from './walk-questions.ts'

const english: Readonly<Record<string, string>> = remoteWords.questions

test('[V25] every question of the remote is there in Spanish, as one question that says usted', () => {
  expect(Object.keys(walkQuestions).sort()).toEqual(Object.keys(english).sort())
  for (const [about, question] of Object.entries(walkQuestions)) {
    expect(question, about).toMatch(/^[^?]*¿[^?]+\?( ¿[^?]+\?)?$/)
    expect(question, about).not.toMatch(/\b(tú|tu|te|ti|contigo|vosotros|os)\b/i)
    expect(question.length, about).toBeLessThan(90)
    expect(question).not.toBe(english[about])
  }
  expect(new Set(Object.values(walkQuestions)).size).toBe(Object.keys(english).length)
})
