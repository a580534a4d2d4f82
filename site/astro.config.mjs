import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'
import { areaMap } from './app-build/area-map.ts'
import { installedApp } from './app-build/installed-app.ts'

/** A Worker's modules are read and compiled before its first answer: half the text, half the wait. */
const minifiedWorker = {
  name: 'minified-worker',
  enforce: 'post',
  configEnvironment: (name) => (name === 'client' ? undefined : { build: { minify: true } }),
}

/**
 * A page's first render loads a schema library only because Astro keeps the names of three hash
 * algorithms beside the schema of its settings: the names alone are enough for it.
 */
const ALGORITHMS = { 'SHA-256': 'sha256-', 'SHA-384': 'sha384-', 'SHA-512': 'sha512-' }
const STUB = '\0csp-algorithms'
const algorithmsAlone = {
  name: 'csp-algorithms-alone',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === './csp/config.js' && importer.endsWith('/astro/dist/core/encryption.js')
      ? STUB
      : undefined,
  load: (id) =>
    id === STUB ? `export const ALGORITHMS = ${JSON.stringify(ALGORITHMS)}` : undefined,
}

/**
 * zod brings its messages in fifty languages, and whoever takes the library whole keeps them all. Ours
 * are told by name where they are used, so nothing reads the list of all.
 */
const NO_MESSAGES = '\0zod-messages'
const ownMessagesAlone = {
  name: 'zod-messages-alone',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === '../locales/index.js' && importer.includes('/zod/v4/') ? NO_MESSAGES : undefined,
  load: (id) => (id === NO_MESSAGES ? 'export {}' : undefined),
}

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  srcDir: '.',
  publicDir: './public',
  outDir: '../dist',
  output: 'server',
  adapter: cloudflare({ configPath: '../wrangler.toml', imageService: 'passthrough' }),
  integrations: [installedApp(), areaMap()],
  session: false,
  compressHTML: true,
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'always' },
  vite: { plugins: [algorithmsAlone, ownMessagesAlone, minifiedWorker] },
})
