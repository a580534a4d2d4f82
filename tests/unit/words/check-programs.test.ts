import { execFileSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECK_EXAMPLE } from '../../../site/view/check-example.ts'
import { CHECK_PROGRAMS, KEEP_EXAMPLE_KEY, keepKeys } from '../../../site/view/check-programs.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { publicApp } from '../../http/public/support.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW } from '../../support/factories.ts'

const cwd = mkdtempSync(join(tmpdir(), 'goc-check-'))
afterAll(() => rmSync(cwd, { recursive: true }))

/** What must be there for each program, and how it says that it is. */
const PRESENT: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'Node.js': [process.execPath, '--version'],
  OpenSSL: ['openssl', 'version'],
  Python: ['python3', '--version'],
  Java: ['java', '--version'],
}

/** Java reads the whole program anew each time: of many texts every third is enough. */
const some = (name: string, texts: readonly string[]) =>
  texts.filter((_, at) => name !== 'Java' || at % 3 === 0)

const isThere = (name: string): boolean => {
  const [command, ...args] = PRESENT[name] ?? ['']
  try {
    execFileSync(command, args, { stdio: 'pipe' })
    return true
  } catch (error) {
    return (error as SpawnSyncReturns<Buffer> & { code?: string }).code !== 'ENOENT'
  }
}

const labels: Record<'full' | 'gs1' | 'revoked', string> = { full: '', gs1: '', revoked: '' }

beforeAll(async () => {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const labelOf = async (profile: 'full' | 'gs1') => {
    const { run } = await makeRun(ctx, { profile })
    const [label] = await collectLabels(
      await reprint({ ctx, input: { runId: run.id, to: run.fromSerial } }),
    )
    return { url: label?.url ?? '', kid: run.kid }
  }
  const old = await labelOf('full')
  await rotateKey({ ctx, input: {} })
  Object.assign(labels, {
    revoked: old.url,
    full: (await labelOf('full')).url,
    gs1: (await labelOf('gs1')).url,
  })
  await revokeKey({ ctx, input: { kid: old.kid, from: NOW } })
  const keys = await (await publicApp(db).ask('/.well-known/jwks.json')).text()
  writeFileSync(join(cwd, 'jwks.json'), keys)
  execFileSync('sh', ['-c', KEEP_EXAMPLE_KEY], { cwd })
  for (const { file, text } of CHECK_PROGRAMS) writeFileSync(join(cwd, file), text)
}, 30_000)

const subjectOf = (url: string) => url.split('/').slice(4).join('/')

it('is told how to keep the keys, once', () => {
  expect(keepKeys('https://x.example/jwks.json')).toBe(
    "curl -o jwks.json 'https://x.example/jwks.json'",
  )
})

describe.each(CHECK_PROGRAMS)('the program for $name', ({ name, run, needs }) => {
  const missing = isThere(name) ? null : `install ${needs} to run this test`
  /** To the letter as the page has it, without a network. */
  const check = (label: string, keys: string) =>
    execFileSync('sh', ['-c', `${run} '${label}' ${keys}`], { cwd, stdio: 'pipe' })
      .toString()
      .trim()

  it('says that the example is right, and wrong with one character changed', ({ skip }) => {
    if (missing !== null) skip(missing)
    const { url } = CHECK_EXAMPLE
    expect(check(url, 'example.json')).toBe('true B/7K3M9QX1/1')
    expect(check(url.replace(/1$/, '2'), 'example.json')).toBe('false B/7K3M9QX1/2')
    expect(check(url.replace('XM9', 'XM8'), 'example.json')).toBe('false B/7K3M9QX1/1')
  }, 60_000)

  it('reads a label as it was scanned, passed on or typed, with keys kept in a file', ({
    skip,
  }) => {
    if (missing !== null) skip(missing)
    const { full, gs1 } = labels
    const path = full.slice('HTTPS://TEM.EXAMPLE.VN'.length)
    for (const label of some(name, [
      ...[full, gs1, `${full}/`, `${full}?zarsrc=30`, `${full}#x`, `${full}&fbclid=1`],
      ...[`${full}/?utm=a/b`, `https://tem.example.vn${path}`, `http://TEM.EXAMPLE.VN:80${path}`],
      path,
    ])) {
      const subject = subjectOf(label === gs1 ? gs1 : full)
      expect([label, check(label, 'jwks.json')]).toEqual([label, `true ${subject}`])
    }
  }, 120_000)

  it('knows no key that was revoked, that is not in the file, and nothing that is no label', ({
    skip,
  }) => {
    if (missing !== null) skip(missing)
    const { full, revoked } = labels
    expect(check(revoked, 'jwks.json')).toBe(`unknown ${subjectOf(revoked)}`)
    expect(check(full, 'example.json')).toBe(`unknown ${subjectOf(full)}`)
    const [, , host, sig = '', ...subject] = full.split('/')
    const odd = (last: string) => `HTTPS://${host}/${sig.slice(0, -1)}${last}/${subject.join('/')}`
    for (const text of some(name, [
      ...['abc', `HTTPS://${host}/${sig}`, `HTTPS://${host}/${sig.slice(1)}/B/1`],
      // The three bits that a signature does not have must be zero.
      ...[odd('1'), odd('Z'), full.toLowerCase()],
    ])) {
      expect([text, check(text, 'jwks.json')]).toEqual([text, 'malformed'])
    }
  }, 120_000)
})
