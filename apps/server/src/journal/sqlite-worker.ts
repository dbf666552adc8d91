/**
 * The store's thread: one connection, and everything that waits is committed at once. Batches that arrive while a commit
 * runs lie in the port's queue and make up the next group.
 */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { type Job, jobOf, runJobs } from './calls.ts'
import { DataFile } from './data-file.ts'
import { storageFailure } from './reply.ts'
import { NewerSchemaError } from './sqlite-schema.ts'
import { decodeAppends, decodeCall, encodeAnswers, isAppends, type StartProblem } from './thread-messages.ts'

if (parentPort !== null) serve(parentPort, String(workerData))

function serve(port: MessagePort, path: string): void {
  let file: DataFile
  try {
    file = new DataFile(path)
  } catch (error) {
    port.postMessage(JSON.stringify(startProblem(error)))
    return
  }
  port.postMessage('{}')

  let jobs: (readonly [number, Job])[] = []
  let closing: number | undefined

  const take = (message: unknown) => {
    const text = String(message)
    if (isAppends(text)) {
      for (const { id, request } of decodeAppends(text))
        jobs.push([id, { kind: 'write', run: ({ classes }, undo) => classes.append(request, undo) }])
      return
    }
    const request = decodeCall(text)
    if (request.call === 'close') closing = request.id
    else if (request.call === 'setFaults') {
      const [faults] = request.args
      jobs.push([request.id, { kind: 'alone', run: () => ({ value: file.setFaults(Object(faults)) }) }])
    } else jobs.push([request.id, jobOf(request)])
  }
  const takeAll = () => {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      take(next.message)
    }
  }

  port.on('message', first => {
    take(first)
    takeAll()
    while (jobs.length > 0) {
      const group = jobs
      jobs = []
      port.postMessage(encodeAnswers(runJobs(file, group)))
      takeAll()
    }
    if (closing !== undefined) {
      file.close()
      port.postMessage(encodeAnswers([[closing, { value: undefined }]]))
      port.close()
    }
  })
}

function startProblem(error: unknown): StartProblem {
  const cause = error instanceof Error ? error.message : String(error)
  if (error instanceof NewerSchemaError) return { problem: 'newer', cause }
  return { problem: 'cannot-open', cause: storageFailure(error)?.cause ?? cause }
}
