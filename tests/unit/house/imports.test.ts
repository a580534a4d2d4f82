import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url).pathname

/** One import of a source file by another, types included. */
type Import = { readonly from: string; readonly to: string; readonly typesOnly: boolean }

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|astro)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(STATEMENT)].map((found) => ({
    from: file,
    to: relative(ROOT, resolve(dirname(join(ROOT, file)), found[2] ?? found[3] ?? '')),
    typesOnly: found[1] !== undefined,
  }))
}

const FILES = ['worker', 'db', 'site'].flatMap(sources)
const IMPORTS = FILES.flatMap(importsOf)

/** What pages are told and in which words: models, and what makes them of facts and copy. No page in it. */
const VIEW = /^site\/(?:models\/|view\/|page-models\.ts$|label-slots\.ts$)/

/** `worker/verbs/…` is `verbs`; `db/…` is `db`; files of worker/ itself put everything together. */
function layerOf(file: string): string {
  if (VIEW.test(file)) return 'view'
  const [first = '', second = ''] = file.split('/')
  if (first !== 'worker') return first
  return second.endsWith('.ts') ? 'index' : second
}

/** What each layer may see beside itself; `types` of the others, where they shape what it is handed. */
const MAY_SEE: Readonly<Record<string, { all: readonly string[]; types?: readonly string[] }>> = {
  lib: { all: [] },
  // The domain's unions say which words there must be; its rules are not asked.
  copy: { all: ['lib'], types: ['domain'] },
  domain: { all: ['lib', 'copy'] },
  db: { all: ['lib', 'copy', 'domain'] },
  resources: { all: ['lib', 'copy', 'domain', 'db'] },
  verbs: { all: ['lib', 'copy', 'domain', 'db', 'resources'], types: ['platform'] },
  view: { all: ['lib', 'copy', 'domain', 'resources'] },
  http: { all: ['lib', 'copy', 'domain', 'db', 'verbs', 'platform'], types: ['view', 'index'] },
  jobs: { all: ['lib', 'copy', 'domain', 'db', 'resources', 'verbs', 'http', 'platform'] },
  routes: {
    all: ['lib', 'copy', 'domain', 'resources', 'verbs', 'http', 'jobs', 'platform', 'view'],
    types: ['db'],
  },
  site: { all: ['lib', 'copy', 'domain', 'resources', 'view'] },
  platform: { all: ['lib', 'copy', 'domain', 'db'], types: ['index', 'view'] },
}

describe('imports', () => {
  it('go one way: lib, copy, domain, db, resources, verbs, routes', () => {
    const wrong = IMPORTS.filter(({ from, to, typesOnly }) => {
      const [here, there] = [layerOf(from), layerOf(to)]
      if (here === there || here === 'index') return false
      const may = MAY_SEE[here]
      if (may === undefined) return true
      return !may.all.includes(there) && !(typesOnly && may.types?.includes(there) === true)
    })
    expect(IMPORTS.length).toBeGreaterThan(2_000)
    expect(wrong.map(({ from, to }) => `${from} sees ${to}`)).toEqual([])
  })

  it('of the platform come from one place: what is deployed', () => {
    const wrong = FILES.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      return file !== 'worker/index.ts' && /from '(?:cloudflare:|@astrojs\/cloudflare)/.test(text)
    })
    expect(wrong).toEqual([])
  })

  it('never go in a circle', () => {
    expect(circles(IMPORTS)).toEqual([])
  })
})

/** Groups of files that each lead to the others (Tarjan). */
function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    low.set(file, number)
    open.push(file)
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) visit(to)
      if (open.includes(to)) low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0))
    }
    if (low.get(file) === number) {
      const group = open.splice(open.indexOf(file))
      if (group.length > 1) found.push(group.sort())
    }
    return number
  }
  for (const file of next.keys()) if (!order.has(file)) visit(file)
  return found
}
