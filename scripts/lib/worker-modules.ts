import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BUILD_DIRECTORY } from './paths.ts'

export const SERVER_DIRECTORY = join(BUILD_DIRECTORY, 'server')
export const CLIENT_DIRECTORY = join(BUILD_DIRECTORY, 'client')

/** The built Worker's modules, names relative to dist/server, the entry first; codecs are wasm. */
export function workerModules(): string[] {
  const names = readdirSync(SERVER_DIRECTORY, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:mjs|wasm)$/.test(entry.name))
    .map((entry) => relative(SERVER_DIRECTORY, join(entry.parentPath, entry.name)))
  return names.sort(
    (a, b) => Number(b === 'entry.mjs') - Number(a === 'entry.mjs') || a.localeCompare(b),
  )
}
