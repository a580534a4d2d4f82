import type { checkSync } from 'recheck'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Expression, findExpressions } from './find-expressions.ts'

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
 * does. It is the same each time, for its choices are drawn from one seed. Most expressions are proven;
 * attacks are tried on the few dozen that look around them or count: what runs away there has fallen to
 * the first generations, which grow out of the expression itself.
 */
const BUDGET = {
  ...{ randomSeed: 0, attackLimit: 20_000_000, maxIteration: 3 },
  ...{ maxInitialGenerationSize: 100, maxGenerationSize: 30, mutationSize: 15, crossoverSize: 8 },
  ...{ timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null },
} as const

let check: typeof checkSync
let found: ReturnType<typeof findExpressions>

beforeAll(async () => {
  // In this thread and in JavaScript: no Java, no binary, no worker to start.
  vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure')
  check = (await import('recheck')).checkSync
  found = findExpressions(['worker', 'site', 'db'])
})

test('no regular expression can run away', { timeout: 120_000 }, () => {
  const { expressions, built } = found
  // Fewer would mean that the search has gone blind.
  expect(expressions.length).toBeGreaterThan(250)
  const repeating = expressions.filter(({ source }) => HAS_REPEAT.test(source))
  const told = new Map<string, string>()
  const faults = repeating.flatMap((each) => {
    const written = `/${each.source}/${each.flags}`
    const growth = told.get(written) ?? growthOf(each)
    told.set(written, growth)
    return growth === 'safe' ? [] : [`${each.file}:${each.line} ${written}: ${growth}`]
  })
  expect(faults).toEqual([])
  const known = new Set(BUILT.map(({ file }) => file))
  expect(built.filter(({ file }) => !known.has(file))).toEqual([])
})

test.each(['^(a+)+$', '\\s+$', '(?<=x)\\d*\\d*y', '(?=a)(?:a|aa)*$', '^(?:\\w{1,40}-?)*!'])(
  'one that does is found out: %s',
  (source) => {
    expect(growthOf({ source, flags: '' })).toMatch(/polynomial|exponential/)
  },
)

test('what is allowed is still there', () => {
  const building = new Set(found.built.map(({ file }) => file))
  expect(BUILT.filter(({ file }) => !building.has(file))).toEqual([])
})

function growthOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  const told = check(source, flags, BUDGET)
  if (told.status === 'safe') return 'safe'
  return told.status === 'vulnerable' ? told.complexity.summary : told.error.kind
}
