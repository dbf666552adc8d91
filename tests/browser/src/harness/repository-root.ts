import { existsSync } from 'node:fs'

/** The repository's folder, from a source file or from a built one, which lie at different depths. */
export const repositoryRoot = upwards(new URL('./', import.meta.url))

function upwards(folder: URL): URL {
  if (existsSync(new URL('turbo.json', folder))) return folder
  const above = new URL('../', folder)
  if (above.href === folder.href) throw new Error('there is no turbo.json above these tests')
  return upwards(above)
}
