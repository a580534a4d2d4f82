import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { revisionOf } from './revision-of.ts'

const MAP = fileURLToPath(new URL('../map/', import.meta.url))
const LIBRARY = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'))
const WORKER = join(LIBRARY, 'maplibre-gl-worker.mjs')

/**
 * Builds the map's script into a folder of static files, beside its library's worker. What the script
 * asks for itself is named by its bytes: a part of another build never answers in its place.
 */
export async function buildMap(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const worker = `map-worker-${revisionOf(readFileSync(WORKER))}.js`
  await build({
    entryPoints: { map: join(MAP, 'main.ts') },
    outdir: folder,
    // The library is a file of its own, which the page is drawn before.
    ...{ splitting: true, chunkNames: '[name]-[hash]' },
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' },
    define: { MAP_WORKER_URL: JSON.stringify(`/area-map/${worker}`) },
  })
  copyFileSync(WORKER, join(folder, worker))
  copyFileSync(join(LIBRARY, 'maplibre-gl.css'), join(folder, 'map.css'))
}

/** A name of what was built: another one where any byte of any file is. */
export function versionOf(folder: string): string {
  const files = readdirSync(folder).toSorted()
  const told = files.map((name) => `${name} ${revisionOf(readFileSync(join(folder, name)))}`)
  return revisionOf(told.join('\n'))
}
