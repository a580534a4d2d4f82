import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Where a local installation keeps its data; GOC_DATA_DIR puts it elsewhere. */
export function dataDirectory(): string {
  return resolve(ROOT, process.env['GOC_DATA_DIR'] ?? '.data')
}

/** Archives that maps are drawn upon, beside the data. */
export function mapsDirectory(): string {
  return resolve(dataDirectory(), 'maps')
}

export const BUILD_DIRECTORY = resolve(ROOT, 'dist')
