import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { exportDeployment } from './export-deployment.ts'
import { examineDeployment, importDeployment, type Moved } from './import-deployment.ts'
import { CannotMove, openSource, openTarget, type Place } from './places.ts'

/** Writes the deployment into a new file that only its owner may read. Throws CannotMove; then there is no file. */
export async function moveOut(place: Place, path: string): Promise<Moved> {
  const source = await openSource(place)
  const part = `${path}.part`
  try {
    await mustBeNew(path)
    const file = await open(part, 'wx', 0o600).catch(error => cannotUse(part, error))
    try {
      for await (const text of exportDeployment(source.store)) await file.write(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await source.mustBeAlone()
    // What was written is read once more from the disk, as the other side will read it.
    const moved = await examineDeployment(createReadStream(part))
    await rename(part, path)
    return moved
  } catch (error) {
    if (!(error instanceof CannotMove && error.message.includes(part))) await rm(part, { force: true })
    throw error
  } finally {
    await source.close()
  }
}

/** Takes a file in, whole or not at all. Throws BadDeployment, CannotMove or NotTheSame; then the place is empty as before. */
export async function moveIn(place: Place, path: string): Promise<Moved> {
  // Everything is looked at before anything is written.
  await examineDeployment(await reading(path))
  const target = await openTarget(place)
  try {
    const moved = await importDeployment(target.store, await reading(path))
    await target.keep()
    return moved
  } catch (error) {
    await target.discard()
    throw error
  }
}

async function reading(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path, 'r').catch(error => cannotUse(path, error))
  return file.createReadStream()
}

async function mustBeNew(path: string): Promise<void> {
  const there = await open(path, 'r').catch(() => undefined)
  await there?.close()
  if (there !== undefined) throw new CannotMove(`${path} is there already. Name a file that is not.`)
}

function cannotUse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  throw new CannotMove(`${path} can't be used (${code}).`)
}
