import type { checkSync } from 'recheck'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Expression, findExpressions } from './find-expressions.ts'

/** Expressions that may stay although they are not proven to be quick, each with its reason. */
const ALLOWED: readonly { readonly file: string; readonly source: string; readonly why: string }[] =
  [
    {
      file: 'worker/lib/sheet/table/row-role.ts',
      source:
        '^(?:[ivx\\d]+ )?(tong cong|tong so|tong|cong|grand total|total|subtotal|sum)(?: (?:cong|so|dien tich|san luong|so luong|ho|toan tinh|toan huyen|toan xa|chung|cac loai))*(?: [ivx]+)*$',
      why: 'too large to be told; sees cells of 80 characters at most',
    },
  ]

/** Expressions put together while the code runs, from what cannot make them run away. */
const BUILT: readonly { readonly file: string; readonly why: string }[] = [
  {
    file: 'worker/domain/codes/scheme-pattern.ts',
    why: 'only bounded repeats are let through, and codes of 40 characters are matched',
  },
  { file: 'worker/lib/text/sound-text.ts', why: 'one class of characters, without a repeat' },
  {
    file: 'worker/lib/sheet/table/heading.ts',
    why: 'fixed words, then one class of characters to the end: each run of it is tried once',
  },
  {
    file: 'site/public/verify.js',
    why: 'put together of its own fixed words: bounded repeats, anchored, on texts of bounded length',
  },
  {
    file: 'worker/routes/public/docs/with-examples.ts',
    why: 'paths of this code, a part between slashes each, matched against its own demo labels',
  },
  { file: 'site/label-slots.ts', why: 'names of this code, one beside the other' },
]

/** Nothing repeats, so nothing can be tried again and again. */
const HAS_REPEAT = /[*+{]/
/**
 * How much the analyser may try, in steps and not in time: a slow machine must find what a quick one
 * does. It is the same each time: its choices are drawn from one seed.
 */
const BUDGET = {
  ...{ randomSeed: 0, timeout: null, attackTimeout: null, incubationTimeout: null },
  ...{ seedingTimeout: null, attackLimit: 20_000_000 },
} as const

let check: typeof checkSync

beforeAll(async () => {
  // In this thread and in JavaScript: no Java, no binary, no worker to start.
  vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure')
  check = (await import('recheck')).checkSync
})

test('no regular expression can run away', { timeout: 120_000 }, () => {
  const { expressions, built } = findExpressions(['worker', 'site', 'db'])
  // Fewer would mean that the search has gone blind.
  expect(expressions.length).toBeGreaterThan(250)
  const repeating = expressions.filter(({ source }) => HAS_REPEAT.test(source))
  const told = new Map<string, string>()
  const faults = repeating.flatMap((each) => {
    if (ALLOWED.some(({ file, source }) => file === each.file && source === each.source)) return []
    const written = `/${each.source}/${each.flags}`
    const growth = told.get(written) ?? growthOf(each)
    told.set(written, growth)
    return growth === 'safe' ? [] : [`${each.file}:${each.line} ${written}: ${growth}`]
  })
  expect(faults).toEqual([])
  const known = new Set(BUILT.map(({ file }) => file))
  expect(built.filter(({ file }) => !known.has(file))).toEqual([])
})

test('what is allowed is still there', () => {
  const { expressions, built } = findExpressions(['worker', 'site', 'db'])
  const standing = new Set(expressions.map(({ file, source }) => `${file} ${source}`))
  expect(ALLOWED.filter(({ file, source }) => !standing.has(`${file} ${source}`))).toEqual([])
  const building = new Set(built.map(({ file }) => file))
  expect(BUILT.filter(({ file }) => !building.has(file))).toEqual([])
})

function growthOf({ source, flags }: Expression): string {
  const told = check(source, flags, BUDGET)
  if (told.status === 'safe') return 'safe'
  return told.status === 'vulnerable' ? told.complexity.summary : told.error.kind
}
