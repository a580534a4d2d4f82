import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'

/** A Worker's modules are read and compiled before its first answer: half the text, half the wait. */
const minifiedWorker = {
  name: 'minified-worker',
  enforce: 'post',
  configEnvironment: (name) => (name === 'client' ? undefined : { build: { minify: true } }),
}

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  srcDir: '.',
  publicDir: './public',
  outDir: '../dist',
  output: 'server',
  adapter: cloudflare({ configPath: '../wrangler.toml', imageService: 'passthrough' }),
  session: false,
  compressHTML: true,
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'always' },
  vite: { plugins: [minifiedWorker] },
})
