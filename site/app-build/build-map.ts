import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const MAP = fileURLToPath(new URL('../map/', import.meta.url))
const LIBRARY = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'))

/** Builds the map's script into a folder of static files, beside its library's worker. */
export async function buildMap(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: { map: join(MAP, 'main.ts') },
    outdir: folder,
    // The library is a file of its own, which the page is drawn before.
    ...{ splitting: true, chunkNames: '[name]' },
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' },
  })
  copyFileSync(join(LIBRARY, 'maplibre-gl-worker.mjs'), join(folder, 'map-worker.js'))
  copyFileSync(join(LIBRARY, 'maplibre-gl.css'), join(folder, 'map.css'))
}
