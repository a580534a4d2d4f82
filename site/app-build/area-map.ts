import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildMap, versionOf } from './build-map.ts'

const PATH = '/area-map/'

/**
 * The map of coded places, built into the static files of the same Worker. Pages ask for it by the
 * version of its bytes (`AREA_MAP_VERSION`): static files are kept for an hour, and a page of a newer
 * build must not meet the script of an older one.
 */
export function areaMap(): AstroIntegration {
  let folder = ''
  return {
    name: 'area-map',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build' && command !== 'dev') return
        folder = join(fileURLToPath(config.cacheDir), 'area-map')
        await buildMap(folder)
        const version = versionOf(folder)
        updateConfig({ vite: { define: { AREA_MAP_VERSION: JSON.stringify(version) } } })
      },
      'astro:build:done': async ({ dir }) => {
        const to = join(fileURLToPath(dir), 'area-map')
        await mkdir(to, { recursive: true })
        const names = await readdir(folder)
        await Promise.all(names.map((name) => copyFile(join(folder, name), join(to, name))))
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
          if (!path.startsWith(PATH)) return next()
          readFile(join(folder, basename(path)))
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
