import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url).pathname

/**
 * Statements whose row type is only claimed, with how many: what they looked at, or what they are
 * counted from, stands before their SELECT, where the builder can put nothing of the kind. Each says
 * so at its place.
 */
const CLAIMED: Readonly<Record<string, number>> = {
  'db/queries/audit-search.ts': 1,
  'db/queries/foreign-notice-statistics.ts': 1,
  'db/queries/home-counts.ts': 1,
  'db/queries/notices.ts': 2,
  'db/queries/organisation-list.ts': 1,
  'db/queries/register-search.ts': 1,
  'db/queries/sites-list.ts': 1,
  'db/queries/suspensions.ts': 1,
}

const RAW = /\bdb\.(?:all|get|values)[<(]/g

describe('reads', () => {
  it('say their rows by the schema or by fields, but for those that only SQL can say', () => {
    const files = ['db', 'worker'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    const found = files.flatMap((path) => {
      const text = readFileSync(path, 'utf8')
      const count = [...text.matchAll(RAW)].length
      return count === 0 ? [] : [{ file: relative(ROOT, path), count, text }]
    })
    expect(files.length).toBeGreaterThan(1_000)
    expect(Object.fromEntries(found.map(({ file, count }) => [file, count]))).toEqual(CLAIMED)
    expect(found.filter(({ text }) => !text.includes('Claimed:')).map(({ file }) => file)).toEqual(
      [],
    )
  })
})
