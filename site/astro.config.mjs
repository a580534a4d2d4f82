import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'

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
})
