import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { compactVerify, createLocalJWKSet } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '../../../db/schema/index.ts'
import { toJws } from '../../../worker/domain/label/jws.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { listKeys } from '../../../worker/verbs/keys/list-keys.ts'
import { loadSigningKey } from '../../../worker/verbs/keys/load-signing-key.ts'
import { publicKeySet } from '../../../worker/verbs/keys/public-key-set.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import {
  documentKeySet,
  listPaperKeys,
  rotateDocumentKey,
} from '../../../worker/verbs/signed-papers/document-key.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW } from '../../support/factories.ts'

let test: TestDatabase
let authorities = 0
const freshAuthority = () => `authority-${++authorities}`

beforeAll(async () => {
  test = await freshDatabase()
})

describe('signing keys', () => {
  it('makes the first key by itself when the first labels are issued', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx)
    expect(await listKeys({ ctx })).toMatchObject([
      { kid: run.kid, status: 'active', authority: 'goc' },
    ])
  })

  it('never gives a KID twice, but draws again', async () => {
    const ctx = makeContext(test.db)
    const { kid: taken } = await createKey({ ctx, input: { authority: freshAuthority() } })
    const drawn = [taken, taken, 'ZZ0']
    const drawKid = () => drawn.shift() ?? 'ZZ1'
    const made = await createKey({ ctx, input: { authority: freshAuthority(), drawKid } })
    expect(made.kid).toBe('ZZ0')
  })

  it('refuses a second active key of one authority', async () => {
    const ctx = makeContext(test.db)
    const authority = freshAuthority()
    await createKey({ ctx, input: { authority } })
    await expect(createKey({ ctx, input: { authority } })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('has exactly one active key however many rotate at once', async () => {
    const ctx = makeContext(test.db)
    const authority = freshAuthority()
    await createKey({ ctx, input: { authority } })
    const made = await Promise.all([1, 2, 3, 4].map(() => rotateKey({ ctx, input: { authority } })))
    expect(new Set(made.map(({ kid }) => kid)).size).toBe(4)
    const keys = (await listKeys({ ctx })).filter((key) => key.authority === authority)
    expect(keys).toHaveLength(5)
    expect(keys.filter((key) => key.status === 'active')).toHaveLength(1)
  })

  it('keeps no private key in the clear anywhere in the database file', async () => {
    const secrets: string[] = []
    const exportKey = crypto.subtle.exportKey.bind(crypto.subtle)
    crypto.subtle.exportKey = (async (format: 'jwk', key: CryptoKey) => {
      const jwk = await exportKey(format, key)
      if (jwk.d !== undefined) secrets.push(jwk.d)
      return jwk
    }) as typeof crypto.subtle.exportKey
    const ctx = makeContext(test.db)
    await createKey({ ctx, input: { authority: freshAuthority() } })
    crypto.subtle.exportKey = exportKey
    const [d] = secrets
    if (d === undefined) throw new Error('no private key was seen')
    const stored = Buffer.concat([readFileSync(test.file), readFileSync(`${test.file}-wal`)])
    expect(stored.includes(Buffer.from(d))).toBe(false)
    expect(stored.includes(Buffer.from(d, 'base64url'))).toBe(false)
    expect(stored.includes(Buffer.from('eyJhbGciOiJkaXIi'))).toBe(true)
  })

  it('says clearly when GOC_KEK is another one than the key was made with', async () => {
    const ctx = makeContext(test.db)
    const authority = freshAuthority()
    const { kid } = await createKey({ ctx, input: { authority } })
    const other = makeContext(test.db, { kek: new Uint8Array(32).fill(7) })
    const opening = loadSigningKey({
      ctx: other,
      input: { purpose: 'new_run', may: 'labels.issue', authority },
    })
    await expect(opening).rejects.toMatchObject({ code: 'internal' })
    await expect(opening).rejects.toThrow(new RegExp(`${kid}.*GOC_KEK`))
  })

  it('refuses keys to tokens', async () => {
    const actor = {
      kind: 'token',
      tokenId: 't',
      name: 't',
      organisationId: null,
      scopes: ['labels:issue'],
    } as const
    const ctx = makeContext(test.db, { actor })
    await expect(rotateKey({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listKeys({ ctx })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a retired key', () => {
  it('makes its own labels again byte for byte, and signs no new run', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx)
    const first = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    const { kid } = await rotateKey({ ctx, input: {} })
    const again = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    expect(again).toEqual(first)
    const next = await issueLabels({ ctx, input: { ref: batch.ref, count: 3 } })
    expect(next.run.kid).toBe(kid)
    expect(next.run.kid).not.toBe(run.kid)
  })

  it('still stands in the public key set, and its labels verify there with jose', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx)
    await rotateKey({ ctx, input: {} })
    const keys = await publicKeySet(test.db)
    const published = keys.keys.find((key) => key.kid === run.kid)
    expect(Object.keys(published ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    expect(published).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'Ed25519' })
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id, to: 1 } }))
    const parsed = readLabelText(label?.url ?? '').label
    const jws = parsed === null ? null : toJws(parsed)
    const set = createLocalJWKSet({ keys: keys.keys.map((key) => ({ ...key })) })
    const { payload } = await compactVerify(jws ?? '', set)
    expect(new TextDecoder().decode(payload)).toBe(parsed?.subjectText)
  })
})

describe('a revoked key', () => {
  it('signs nothing: no reprint of its runs and no new run', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx)
    await revokeKey({ ctx, input: { kid: run.kid, from: NOW } })
    await expect(reprint({ ctx, input: { runId: run.id } })).rejects.toMatchObject({
      code: 'conflict',
    })
    const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    await expect(issuing).rejects.toMatchObject({ code: 'no_active_key' })
    await rotateKey({ ctx, input: {} })
    const next = await issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    expect(next.run.kid).not.toBe(run.kid)
  })

  it('leaves the key set and stands beside it with the instant it is not trusted from', async () => {
    const ctx = makeContext(test.db)
    const { kid } = await createKey({ ctx, input: { authority: freshAuthority() } })
    await revokeKey({ ctx, input: { kid, from: NOW } })
    const { keys, revoked } = await publicKeySet(test.db)
    expect(keys.map((key) => key.kid)).not.toContain(kid)
    expect(revoked).toContainEqual({ kid, revokedFrom: '2026-06-15T02:00:00.000Z' })
  })

  it('may be distrusted from an earlier instant later on, never from a later one', async () => {
    const ctx = makeContext(test.db)
    const { kid } = await createKey({ ctx, input: { authority: freshAuthority() } })
    await revokeKey({ ctx, input: { kid, from: NOW } })
    const later = revokeKey({ ctx, input: { kid, from: NOW + 1 } })
    await expect(later).rejects.toMatchObject({ code: 'conflict' })
    await revokeKey({ ctx, input: { kid, from: NOW - 1000 } })
    const { revoked } = await publicKeySet(test.db)
    expect(revoked).toContainEqual({ kid, revokedFrom: '2026-06-15T01:59:59.000Z' })
  })

  it('is not found under a KID nobody has', async () => {
    const ctx = makeContext(test.db)
    const unknown = revokeKey({ ctx, input: { kid: '???', from: NOW } })
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('keys of signed papers', () => {
  const published = async () => {
    const { keys } = await documentKeySet({ db: test.db })
    return keys.map(({ kid }) => kid)
  }

  it('are replaced, those before staying published for what they signed', async () => {
    const ctx = makeContext(test.db)
    const made = await Promise.all(
      [1, 2].map(() => rotateDocumentKey({ ctx, input: { revoke: false } })),
    )
    for (const { kid } of made) expect(await published()).toContain(kid)
    const listed = await listPaperKeys({ ctx })
    expect(listed.filter(({ status }) => status === 'active')).toHaveLength(1)
  })

  it('are published no more once somebody else may sign with them', async () => {
    const ctx = makeContext(test.db)
    const old = await rotateDocumentKey({ ctx, input: { revoke: false } })
    const { kid } = await rotateDocumentKey({ ctx, input: { revoke: true } })
    expect(await published()).toEqual([kid])
    const listed = new Map((await listPaperKeys({ ctx })).map((row) => [row.kid, row.status]))
    expect([listed.get(old.kid), listed.get(kid)]).toEqual(['revoked', 'active'])
  })
})

it('keeps one audit row for each deed on a key', async () => {
  const ctx = makeContext(test.db)
  const { kid } = await createKey({ ctx, input: { authority: freshAuthority() } })
  await revokeKey({ ctx, input: { kid, from: NOW, reason: 'lộ khóa' } })
  const rows = await test.db.select().from(auditLog).where(eq(auditLog.entityId, kid))
  expect(rows.map((row) => row.action)).toEqual(['key.create', 'key.revoke'])
  expect(JSON.stringify(rows)).not.toContain('privateJwe')
})
