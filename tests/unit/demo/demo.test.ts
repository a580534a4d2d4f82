import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMembership } from '../../../db/queries/accounts-sessions.ts'
import { ensureDemo } from '../../../scripts/demo/ensure-demo.ts'
import type { DemoFile } from '../../../scripts/lib/announce.ts'
import { loadAdministrativeUnits } from '../../../scripts/lib/load-administrative-units.ts'
import { ROLES } from '../../../worker/domain/access/roles.ts'
import { isPublicGtin14 } from '../../../worker/domain/label/gtin.ts'
import type { Verdict } from '../../../worker/domain/standing/provenance.ts'
import { CODE_STATUSES } from '../../../worker/domain/standing/types.ts'
import { vietnamDateOf } from '../../../worker/lib/time/vietnam-date-of.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import { verdictSchema } from '../../../worker/routes/public/schemas.ts'
import { passwordMatches } from '../../../worker/verbs/accounts/password-hash.ts'
import { personOf } from '../../../worker/verbs/accounts/person-of.ts'
import { OUTBOX_KIND_LIST } from '../../../worker/verbs/outbox/kinds/kinds.ts'
import { createKeyRing } from '../../../worker/verbs/scan/key-ring.ts'
import { resolveText } from '../../../worker/verbs/scan/resolve-text.ts'
import { toVerdict } from '../../../worker/verbs/scan/verdict.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { newItemId, outboxApp } from '../../support/outbox/outbox-app.ts'
import { dumpTables } from '../verbs/imports/import-support.ts'

const ORIGIN = 'http://localhost:8787'
const DAY_MS = 86_400_000
const secrets = { GOC_KEK: Buffer.alloc(32, 7).toString('base64url'), GOC_AUTH_SECRET: 'x' }
const folder = mkdtempSync(join(tmpdir(), 'goc-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let test: TestDatabase
let demo: DemoFile

const ensure = (given: { origin?: string; db?: TestDatabase['db']; dataDirectory?: string } = {}) =>
  ensureDemo({
    database: { db: given.db ?? test.db },
    secrets,
    origin: given.origin ?? ORIGIN,
    dataDirectory: given.dataDirectory ?? folder,
    onStep: () => undefined,
  })

async function verdictOf(
  text: string | undefined,
  given: { host?: string; inDays?: number } = {},
): Promise<Verdict> {
  const { host = 'localhost:8787', inDays = 0 } = given
  const deps = {
    db: () => test.db,
    now: () => Date.now() + inDays * DAY_MS,
    cache: isolateCache({ maxBytes: 1_000_000, shared: null }),
    keys: createKeyRing(),
    waitUntil: () => undefined,
    ownHosts: new Set([host]),
  }
  return toVerdict(await resolveText(deps, text ?? ''))
}

beforeAll(async () => {
  test = await freshDatabase()
  await loadAdministrativeUnits(test.db)
  demo = await ensure()
}, 60_000)

const EXPECTED = {
  clear: ['genuine', 'clear', null],
  unit: ['genuine', 'clear', null],
  gs1: ['genuine', 'clear', null],
  notice: ['genuine', 'notice', 'growing_area_suspended'],
  recalled: ['genuine', 'stop', 'batch_recalled'],
  void: ['genuine', 'stop', 'label_void'],
  expired: ['genuine', 'stop', 'batch_expired'],
  suspendedBeforePacking: ['genuine', 'stop', 'growing_area_not_active_when_packed'],
  forged: ['forged', null, 'signature_invalid'],
} as const

describe('the demo data', () => {
  it('names exactly the labels to try, under the origin', () => {
    expect(Object.keys(demo).sort()).toEqual(['accounts', 'labels', 'origin', 'outbox'])
    expect(Object.keys(demo.labels).sort()).toEqual(Object.keys(EXPECTED).sort())
    for (const url of Object.values(demo.labels)) {
      expect(url.startsWith(`${ORIGIN}/`)).toBe(true)
      // All but the host is in the alphanumeric set of QR codes.
      expect(url.slice(ORIGIN.length)).toMatch(/^\/[0-9A-Z/+-]+$/)
    }
    expect(JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'))).toEqual(demo)
  })

  it.each(Object.entries(EXPECTED))(
    'has a label that shows %s',
    async (name, [authenticity, standing, reason]) => {
      const verdict = await verdictOf(demo.labels[name])
      expect([verdict.authenticity, verdict.standing]).toEqual([authenticity, standing])
      expect(verdict.reasons[0]?.code ?? null).toBe(reason)
    },
  )

  it.each(Object.entries(EXPECTED))(
    'still shows %s five months later',
    async (name, [authenticity, standing]) => {
      const verdict = await verdictOf(demo.labels[name], { inDays: 145 })
      expect([verdict.authenticity, verdict.standing]).toEqual([authenticity, standing])
    },
  )

  it('forges a label of the right form under a known key', async () => {
    const [, sig = ''] = demo.labels['forged']?.split(/(?<=8787)\//) ?? []
    const [, real = ''] = demo.labels['clear']?.split(/(?<=8787)\//) ?? []
    expect(sig.slice(0, 3)).toBe(real.slice(0, 3))
    expect([...sig].filter((character, i) => character !== real[i])).toHaveLength(1)
  })

  it.each(Object.keys(EXPECTED))('gives pages a whole document for %s', async (name) => {
    const verdict = await verdictOf(demo.labels[name])
    expect(verdictSchema.safeParse(verdict)).toMatchObject({ success: true })
  })

  it('scopes the notice to its market', async () => {
    const { markets } = await verdictOf(demo.labels['notice'])
    expect(markets).toEqual([
      { market: 'VNM', standing: 'clear' },
      { market: 'CHN', standing: 'notice' },
    ])
  })

  it('shows both days of a decision that came late', async () => {
    const { reasons, batch } = await verdictOf(demo.labels['suspendedBeforePacking'])
    const since = reasons[0]?.since ?? ''
    expect(since < (batch?.packedOn ?? '')).toBe(true)
    expect((reasons[0]?.recordedAt ?? '').slice(0, 10) > (batch?.packedOn ?? '')).toBe(true)
  })

  it('has a rich page behind the clear label: diary declared and checked, tests, certificates, OCOP', async () => {
    const { batch } = await verdictOf(demo.labels['clear'])
    expect(batch?.diary.length).toBeGreaterThan(10)
    expect(batch?.diary.some(({ verifiedBy }) => verifiedBy !== null)).toBe(true)
    expect(batch?.diary.some(({ verifiedBy }) => verifiedBy === null)).toBe(true)
    expect(batch?.tests.length).toBeGreaterThan(0)
    expect(batch?.certificates.length).toBeGreaterThan(0)
    expect(batch?.product.ocop).toMatchObject({ stars: 5, validWhenPacked: true })
  })

  it('has a lot made from two, and an OCOP rating that lapsed after packing', async () => {
    const { batch } = await verdictOf(demo.labels['gs1'])
    expect(batch?.inputs).toHaveLength(2)
    const ocop = batch?.product.ocop
    expect(ocop?.validWhenPacked).toBe(true)
    expect((ocop?.expiresOn ?? '9') < new Date().toISOString().slice(0, 10)).toBe(true)
  })

  it('has a code of every status', async () => {
    const rows = await test.db.all<{ status: string }>(
      sql`SELECT DISTINCT status FROM code_status_event`,
    )
    const wanted = CODE_STATUSES.filter((status) => status !== 'none')
    expect(rows.map(({ status }) => status).sort()).toEqual([...wanted].sort())
  })

  it('is marked as demo throughout', async () => {
    const [row] =
      await test.db.all(sql`SELECT (SELECT count(*) FROM organisation WHERE demo = 0) AS real,
      (SELECT count(*) FROM batch_document WHERE document->>'demo' IS NOT 1) AS unmarked`)
    expect(row).toEqual({ real: 0, unmarked: 0 })
  })

  it('holds no phone and no identity number', async () => {
    const number = /(?<![\d.,/-])(?:\+84|0)(?:[\s.-]?\d){8,11}(?!\d)/
    const rows = await test.db.all<{ text: string }>(sql`
      SELECT coalesce(name, '') || ' ' || coalesce(address, '') || ' ' || coalesce(tax_no, '') AS text FROM organisation
      UNION ALL SELECT summary || details || declared_by_name FROM diary_event`)
    for (const { text } of rows) expect(text).not.toMatch(number)
    const hotlines = await test.db.all<{ hotline: string }>(
      sql`SELECT DISTINCT hotline FROM organisation WHERE hotline IS NOT NULL`,
    )
    for (const { hotline } of hotlines) expect(hotline).toContain('minh họa')
  })

  it('uses pictures that are there and GTINs that GS1 keeps for examples', async () => {
    const rows = await test.db.all<{ images: string; gtin: string | null }>(
      sql`SELECT images, gtin FROM product`,
    )
    for (const { images, gtin } of rows) {
      for (const { url } of JSON.parse(images) as { url: string }[]) {
        expect(existsSync(new URL(`../../../site/public${url}`, import.meta.url))).toBe(true)
      }
      if (gtin !== null) expect(isPublicGtin14(gtin) && gtin.startsWith('0950600013')).toBe(true)
    }
  })

  it('is only in the diary late where it says so', async () => {
    const rows = await test.db.all<{ n: number; late: number }>(sql`SELECT count(*) AS n,
      count(*) FILTER (WHERE recorded_at / 86400000.0 - julianday(occurred_on) + 2440587.5 > 4.5) AS late FROM diary_event`)
    expect(rows[0]?.n).toBeGreaterThan(90)
    expect(rows[0]?.late).toBe(2)
  })
})

describe('the demo accounts', () => {
  it('are one for each role, in organisations marked as demo, and open with their passwords', async () => {
    expect(demo.accounts.map(({ role }) => role).sort()).toEqual([...ROLES].sort())
    for (const { role, email, password } of demo.accounts) {
      const [row] = await test.db.all<{ role: string; demo: number; hash: string }>(sql`
        SELECT m.role, o.demo, a.password AS hash FROM user u JOIN member m ON m.user_id = u.id
        JOIN organisation o ON o.id = m.organization_id JOIN account a ON a.user_id = u.id
        WHERE u.email = ${email}`)
      expect(row).toMatchObject({ role, demo: 1 })
      expect(await passwordMatches({ hash: row?.hash ?? '', password })).toBe(true)
    }
  })

  it('are added to a file from before there were any', async () => {
    const path = join(folder, 'demo.json')
    writeFileSync(path, JSON.stringify({ ...demo, accounts: [] }))
    expect(await ensure()).toEqual(demo)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(demo)
  })
})

describe('ensuring the demo data', () => {
  it('does nothing the second time', async () => {
    const before = await dumpTables(test.db)
    expect(await ensure()).toEqual(demo)
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('finds the data again when its file is lost', async () => {
    const before = await dumpTables(test.db)
    rmSync(join(folder, 'demo.json'))
    expect(await ensure()).toEqual(demo)
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('changes only the host of the labels for another port', async () => {
    const other = await ensure({ origin: 'http://127.0.0.1:9000' })
    expect(other.labels['clear']?.startsWith('http://127.0.0.1:9000/')).toBe(true)
    const verdict = await verdictOf(other.labels['clear'], { host: '127.0.0.1:9000' })
    expect(verdict).toMatchObject({ authenticity: 'genuine', standing: 'clear' })
    expect(await ensure()).toEqual(demo)
  })

  it('takes up again where a start was cut off', async () => {
    const { db } = await freshDatabase()
    await loadAdministrativeUnits(db)
    const dataDirectory = join(folder, 'cut')
    let batches = 0
    const cut = new Proxy(db, {
      get: (target, property, receiver) => {
        if (property === 'batch' && ++batches > 120) throw new Error('cut off')
        return Reflect.get(target, property, receiver)
      },
    })
    await expect(ensure({ db: cut, dataDirectory })).rejects.toThrow(/cut off|không nhận dòng này/)
    expect(existsSync(join(dataDirectory, 'demo.json'))).toBe(false)
    const file = await ensure({ db, dataDirectory })
    expect(Object.keys(file.labels).sort()).toEqual(Object.keys(EXPECTED).sort())
    const counts = (of: TestDatabase['db']) =>
      of.all(sql`SELECT (SELECT count(*) FROM diary_event) AS entries, (SELECT count(*) FROM code_status_event) AS decisions,
        (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM label_run) AS runs,
        (SELECT count(*) FROM label_exception) AS exceptions, (SELECT count(*) FROM diary_verification) AS checks,
        (SELECT count(*) FROM certification) AS certifications, (SELECT count(*) FROM product) AS products`)
    expect(await counts(db)).toEqual(await counts(test.db))
  }, 60_000)

  it('refuses an origin that others can reach', async () => {
    await expect(ensure({ origin: 'https://goc.example.vn' })).rejects.toThrow(
      'chỉ dùng trên máy này',
    )
  })
})

describe('the examples for the outbox', () => {
  it('are taken again and again under new ids from the account of their role', async () => {
    // A database of its own: the other tests hold theirs to what it was.
    const { db } = await freshDatabase()
    await loadAdministrativeUnits(db)
    const file = await ensure({ db, dataDirectory: join(folder, 'outbox') })
    expect(Object.keys(file.outbox)).toEqual(OUTBOX_KIND_LIST.map(({ kind }) => kind))
    for (const [kind, { role, body }] of Object.entries(file.outbox)) {
      const email = file.accounts.find((account) => account.role === role)?.email ?? ''
      const member = await db.get<{ userId: string; organisationId: string }>(sql`
        SELECT m.user_id AS userId, m.organization_id AS organisationId
        FROM user u JOIN member m ON m.user_id = u.id WHERE u.email = ${email}`)
      const row = await readMembership(db, member)
      const person = row === null ? null : personOf(row)
      const app = outboxApp(db, person, { now: Date.now })
      const item = () => ({
        ...{ id: newItemId(), v: 1, kind, happenedOn: vietnamDateOf(Date.now()) },
        ...{ madeAt: Date.now(), clock: null, body },
      })
      const sent = [item(), item(), item()]
      expect([kind, await app.statuses(...sent, sent[0])]).toEqual([
        kind,
        ['stored', 'stored', 'stored', 'already'],
      ])
    }
  }, 60_000)
})
