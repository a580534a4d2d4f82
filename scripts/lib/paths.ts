import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Where a local installation keeps its data; GOC_DATA_DIR puts it elsewhere. */
export function dataDirectory(): string {
  return resolve(ROOT, process.env['GOC_DATA_DIR'] ?? '.data')
}

export const BUILD_DIRECTORY = resolve(ROOT, 'dist')
