import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildApp } from './build-app.ts'

/**
 * The installed app, built into the static files of the same Worker. It is one script and one style
 * and no page of Astro: it has to open from the phone's own cache, with nobody to render it.
 */
export function installedApp(): AstroIntegration {
  return {
    name: 'installed-app',
    hooks: {
      'astro:build:done': ({ dir }) => buildApp(join(fileURLToPath(dir), 'app')),
      'astro:server:setup': ({ server }) => {
        const folder = join(server.config.cacheDir, 'installed-app')
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
          if (!/^\/app(?:\/|$)/.test(path) || ASKED.includes(path)) return next()
          serveBuilt(folder, path)
            .then(({ bytes, type }) => {
              response.setHeader('content-type', type)
              response.end(bytes)
            })
            .catch(next)
        })
      },
    },
  }
}

/** What the app asks the Worker for. */
const ASKED: readonly string[] = ['/app/kit', '/app/register']

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
}

/** Under `npm run dev` the app is built anew with each opening: it takes a fraction of a second. */
async function serveBuilt(folder: string, path: string) {
  const type = TYPES[path.split('.').at(-1) ?? '']
  if (type !== undefined) return { type, bytes: await readFile(join(folder, path.slice(5))) }
  await buildApp(folder)
  return { type: 'text/html; charset=utf-8', bytes: await readFile(join(folder, 'shell.htm')) }
}
