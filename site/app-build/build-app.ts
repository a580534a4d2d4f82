import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { manifestText } from './manifest-text.ts'
import { revisionOf } from './revision-of.ts'
import { shellHtml } from './shell-html.ts'

const APP = fileURLToPath(new URL('../app/', import.meta.url))

/** Phones that farmers keep: Chrome updates itself on Android 8 and later, Safari does not. */
const TARGET = ['chrome90', 'firefox90', 'safari15']
const COMMON = { bundle: true, minify: true, target: TARGET, logLevel: 'error' } as const

/** ZXing, as its package has it. */
const ZXING = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

/**
 * Builds the app into a folder of static files: scripts and styles named by their bytes, the shell
 * that loads them, the manifest, and the service worker that keeps all of it on the phone, also what
 * is imported later. The scanner alone, the largest part, is kept where it is used.
 */
export async function buildApp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const zxing = copyNamed(ZXING, { folder, name: 'zxing', ending: 'wasm' })
  const decoder = await buildDecoder(folder, { zxing })
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
    define: { DECODER_URL: JSON.stringify(decoder) },
    metafile: true,
  })
  const { first, kept: everywhere, apart } = partsOf(metafile)
  const scanner = [...apart, decoder, zxing]
  const script = oneOf(first, /\/app-[^/]*\.js$/)
  const shell = shellHtml({
    script,
    parts: first.filter((url) => url.endsWith('.js') && url !== script),
    style: oneOf(first, /\/style-[^/]*\.css$/),
  })
  writeFileSync(join(folder, 'shell.htm'), shell)
  writeFileSync(join(folder, 'app.webmanifest'), manifestText())
  cpSync(join(APP, 'icons'), join(folder, 'icons'), { recursive: true })
  const kept = [
    // Named by their bytes: what lies under such a name never changes.
    ...everywhere.map((url) => ({ url, revision: null })),
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
    define: {
      PRECACHE: JSON.stringify(kept),
      SCANNER: JSON.stringify(scanner),
      'process.env.NODE_ENV': '"production"',
    },
  })
}

/** The worker that reads codes: a script of its own, for pages start it by its address. */
async function buildDecoder(
  folder: string,
  { zxing }: { readonly zxing: string },
): Promise<string> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: { decoder: join(APP, 'scanner/decode/decode-worker.ts') },
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    format: 'iife',
    define: { ZXING_URL: JSON.stringify(zxing) },
    metafile: true,
  })
  return oneOf(Object.keys(metafile.outputs).map(urlOf), /\/decoder-[^/]*\.js$/)
}

/** What is fetched by whoever uses it, and then kept; all else every phone has without a network. */
const APART = /\/scanner\/scanner-view\.tsx$/

/** What the shell needs at once, what every phone keeps, and what is kept where it is used. */
function partsOf({ outputs }: Metafile): Readonly<Record<'first' | 'kept' | 'apart', string[]>> {
  const reached = (follows: (imported: { kind: string; path: string }) => boolean) => {
    const found = new Set<string>()
    const follow = (path: string) => {
      if (found.has(path)) return
      found.add(path)
      for (const imported of outputs[path]?.imports ?? []) {
        if (imported.path in outputs && follows(imported)) follow(imported.path)
      }
    }
    for (const [path, { entryPoint }] of Object.entries(outputs)) {
      if (/\/(?:main\.tsx|app\.css)$/.test(entryPoint ?? '')) follow(path)
    }
    return found
  }
  const first = reached(({ kind }) => kind === 'import-statement')
  const kept = reached(({ path }) => !APART.test(outputs[path]?.entryPoint ?? ''))
  const apart = Object.keys(outputs).filter((path) => !kept.has(path))
  if (apart.length === 0) throw new Error(`no part ${APART}`)
  return {
    first: [...first].map(urlOf),
    kept: [...kept].map(urlOf),
    apart: apart.map(urlOf),
  }
}

function urlOf(path: string): string {
  return `/app/assets/${basename(path)}`
}

/** Copies a file under a name of its bytes; gives its address. */
function copyNamed(
  path: string,
  to: { readonly folder: string; readonly name: string; readonly ending: string },
): string {
  const bytes = readFileSync(path)
  const name = `${to.name}-${revisionOf(bytes).slice(0, 8).toUpperCase()}.${to.ending}`
  writeFileSync(join(to.folder, 'assets', name), bytes)
  return urlOf(name)
}

function oneOf(paths: readonly string[], pattern: RegExp): string {
  const [found, another] = paths.filter((path) => pattern.test(path))
  if (found === undefined || another !== undefined) throw new Error(`not one file ${pattern}`)
  return found
}
