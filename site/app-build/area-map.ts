import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildMap } from './build-map.ts'

const PATH = '/area-map/'

/** The map of coded places, built into the static files of the same Worker. */
export function areaMap(): AstroIntegration {
  return {
    name: 'area-map',
    hooks: {
      'astro:build:done': ({ dir }) => buildMap(join(fileURLToPath(dir), 'area-map')),
      'astro:server:setup': ({ server }) => {
        const folder = join(server.config.cacheDir, 'area-map')
        // Under `npm run dev` it is built once, when first asked for.
        let built: Promise<void> | null = null
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
          if (!path.startsWith(PATH)) return next()
          built ??= buildMap(folder)
          built
            .then(() => readFile(join(folder, basename(path))))
            .then((bytes) => {
              response.setHeader(
                'content-type',
                path.endsWith('.css') ? 'text/css' : 'text/javascript',
              )
              response.end(bytes)
            })
            .catch(next)
        })
      },
    },
  }
}
