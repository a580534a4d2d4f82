import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { manifestText } from './manifest-text.ts'
import { shellHtml } from './shell-html.ts'

const APP = fileURLToPath(new URL('../app/', import.meta.url))

/** Phones that farmers keep: Chrome updates itself on Android 8 and later, Safari does not. */
const TARGET = ['chrome90', 'firefox90', 'safari15']
const COMMON = { bundle: true, minify: true, target: TARGET, logLevel: 'error' } as const

/**
 * Builds the app into a folder of static files: scripts and styles named by their bytes, the shell
 * that loads them, the manifest, and the service worker that keeps all of it on the phone.
 */
export async function buildApp(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    ...COMMON,
    entryPoints: { app: join(APP, 'main.tsx'), style: join(APP, 'styles/app.css') },
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  })
  const assets = Object.keys(metafile.outputs).map((path) => `/app/assets/${basename(path)}`)
  const shell = shellHtml({
    script: oneOf(assets, /\/app-[^/]*\.js$/),
    style: oneOf(assets, /\/style-[^/]*\.css$/),
  })
  writeFileSync(join(folder, 'shell.htm'), shell)
  writeFileSync(join(folder, 'app.webmanifest'), manifestText())
  cpSync(join(APP, 'icons'), join(folder, 'icons'), { recursive: true })
  const kept = [
    // Named by their bytes: what lies under such a name never changes.
    ...assets.map((url) => ({ url, revision: null })),
    { url: '/app/shell.htm', revision: revisionOf(shell) },
    { url: '/app/app.webmanifest', revision: revisionOf(manifestText()) },
    {
      url: '/app/icons/icon-192.png',
      revision: revisionOf(readFileSync(join(APP, 'icons/icon-192.png'))),
    },
  ]
  await build({
    ...COMMON,
    entryPoints: { sw: join(APP, 'service-worker/service-worker.ts') },
    outdir: folder,
    format: 'iife',
    define: { PRECACHE: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
  })
}

function oneOf(paths: readonly string[], pattern: RegExp): string {
  const [found, another] = paths.filter((path) => pattern.test(path))
  if (found === undefined || another !== undefined) throw new Error(`not one file ${pattern}`)
  return found
}

function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
