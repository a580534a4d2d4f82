import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url).pathname
const VERBS = join(ROOT, 'worker/verbs')

/** What runs a batch by itself; each says at that place why it is no change for `change()` to ask about. */
const BY_THEMSELVES: readonly string[] = [
  // The way itself: change() runs its batch by runWithReceipt.
  'change.ts',
  'guard/run-with-receipt.ts',
  // Slices of jobs, and what ends them.
  'background/store-at-once.ts',
  'imports/run-import.ts',
  'imports/tell-holders.ts',
  // Nobody's change: what follows from rows that are there, or from the clock.
  'accounts/seal-old-secrets.ts',
  'audit/seal-audit.ts',
  'batches/rebuild-documents.ts',
  'codes/refresh-register-entries.ts',
  'imports/old-uploads.ts',
  'patterns/store-looks.ts',
  'scan/store-scans.ts',
  'status-lists/make-list.ts',
  'status-lists/refresh-statuses.ts',
  // Somebody who is not signed in asks for a letter.
  'accounts/request-new-password.ts',
]

const RUNS = /\b(?:runBatch|runWithReceipt|askBatch)\(|\.batch\(/

function verbs(): { readonly name: string; readonly text: string }[] {
  return readdirSync(VERBS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: relative(VERBS, path), text: readFileSync(path, 'utf8') }
    })
}

describe('verbs', () => {
  const files = verbs()

  it('write by change() alone, which asks for the permission and keeps the log', () => {
    const wrong = files.filter(({ name, text }) => RUNS.test(text) && !BY_THEMSELVES.includes(name))
    expect(files.length).toBeGreaterThan(200)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('are excused only while they need it', () => {
    const running = files.filter(({ text }) => RUNS.test(text)).map(({ name }) => name)
    expect(BY_THEMSELVES.filter((name) => !running.includes(name))).toEqual([])
  })

  it('say where they are excused why', () => {
    const silent = files.filter(
      ({ name, text }) =>
        BY_THEMSELVES.includes(name) &&
        !['change.ts', 'guard/run-with-receipt.ts'].includes(name) &&
        !text.includes('change()'),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})
