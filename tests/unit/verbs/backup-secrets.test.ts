import { createHash, randomBytes } from 'node:crypto'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { emptySentLetters } from '../../../db/queries/old-secrets.ts'
import { type BackupLine, dumpDatabase } from '../../../scripts/lib/dump-database.ts'
import { restoreDatabase } from '../../../scripts/lib/restore-database.ts'
import { sendLetters } from '../../../worker/jobs/send-letters.ts'
import { inviteMember } from '../../../worker/verbs/accounts/invite-member.ts'
import { requestNewPassword } from '../../../worker/verbs/accounts/request-new-password.ts'
import { sealOldSecrets } from '../../../worker/verbs/accounts/seal-old-secrets.ts'
import { loadSigningKey } from '../../../worker/verbs/keys/load-signing-key.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { makeAccount, ORIGIN, openBrowser, PASSWORD, SETTINGS } from '../../support/accounts-app.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, TEST_KEK } from '../../support/factories.ts'
import { keptLetters } from '../../support/outside.ts'
import { softwareAuthenticator } from '../../support/software-authenticator.ts'

/** A database behind one connection, and its backup as text. */
async function open() {
  const { url } = await freshDatabase()
  const client = createClient({ url, concurrency: 1 })
  const db: Database = drizzle(client, { casing: 'snake_case' })
  const dump = async () => {
    const lines: BackupLine[] = []
    for await (const line of dumpDatabase(client, Date.now())) lines.push(line)
    return lines
  }
  return { client, db, dump }
}

const send = (db: Database, mailer = keptLetters(), kek = TEST_KEK) =>
  sendLetters({ db: () => db, now: Date.now, mailer, kek })
const last = (path: string) => path.split(/[/=]/).at(-1) ?? ''

/** Everything that opens something, by what it is; some of it used, some waiting, letters sent and not. */
async function useEverySecret(db: Database): Promise<Record<string, string>> {
  const ctx = makeContext(db, { now: Date.now })
  const officer = await makeAccount(db, 'officer')
  const admin = await makeAccount(db, 'admin')
  await makeRun(ctx)
  const invite = (email: string, role: 'packer' | 'admin') =>
    inviteMember({
      ...{ ctx, origin: ORIGIN },
      input: { organisationId: admin.organisationId, email, role },
    })
  const reset = async () =>
    (await requestNewPassword({ ctx, input: { email: officer.email }, origin: ORIGIN }))?.path ?? ''
  const accepted = await invite('da-nhan@example.vn', 'packer')
  const newcomer = { name: 'Người mới', password: 'mật khẩu của người mới' }
  await openBrowser(db).post(accepted.path, newcomer)
  const sent = { invitation: await invite('da-gui@example.vn', 'admin'), reset: await reset() }
  await send(db)
  const waiting = { invitation: await invite('dang-cho@example.vn', 'admin'), reset: await reset() }
  const browser = openBrowser(db)
  await browser.signIn(officer.email)
  const authenticator = softwareAuthenticator({ origin: ORIGIN, rpId: 'tem.example.vn' })
  const { response } = await browser.fetch('/api/auth/passkey/generate-register-options')
  const { challenge } = (await response.json()) as { challenge: string }
  await browser.fetch('/api/auth/passkey/verify-registration', {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ response: authenticator.create(challenge) }),
  })
  await openBrowser(db).fetch('/api/auth/passkey/generate-authenticate-options')
  const [session] = await db.all<{ token: string }>(sql`SELECT token FROM session LIMIT 1`)
  const [pending] = await db.all<{ identifier: string; value: string }>(sql`
    SELECT identifier, value FROM verification WHERE value LIKE '{%' LIMIT 1`)
  const { token } = await createToken({ ctx, input: { name: 'máy', scopes: ['labels:issue'] } })
  await loadSigningKey({ ctx, input: { purpose: 'new_run', may: 'labels.issue' } })
  return {
    'an accepted invitation': last(accepted.path),
    'an invitation sent': last(sent.invitation.path),
    'an invitation that waits': last(waiting.invitation.path),
    'a link for a new password, sent': last(sent.reset),
    'a link for a new password that waits': last(waiting.reset),
    'a session': session?.token ?? '',
    'a challenge': pending?.identifier ?? '',
    'what is to be answered to it': (
      JSON.parse(pending?.value ?? '{}') as { expectedChallenge: string }
    ).expectedChallenge,
    'a device': browser.cookies.get('__Secure-goc.device') ?? '',
    'a token of a machine': token,
    'a password': PASSWORD,
    'another password': newcomer.password,
    GOC_KEK: Buffer.from(TEST_KEK).toString('base64url'),
    GOC_AUTH_SECRET: SETTINGS.GOC_AUTH_SECRET,
  }
}

describe('a backup of a database in which every kind of secret is', { timeout: 60_000 }, () => {
  let secrets: Record<string, string>
  let lines: BackupLine[]
  let text: string
  beforeAll(async () => {
    const { db, dump } = await open()
    secrets = await useEverySecret(db)
    lines = await dump()
    text = lines.map((line) => JSON.stringify(line)).join('\n')
  }, 60_000)

  it('holds none of them', () => {
    expect(Object.keys(secrets)).toHaveLength(14)
    for (const [what, secret] of Object.entries(secrets)) {
      expect([what, secret.length >= 8, text.includes(secret)]).toEqual([what, true, false])
      const inner = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2)
      expect([what, text.includes(inner)]).toEqual([what, false])
    }
    expect(text).not.toMatch(/\/portal\/invitations\/|reset-password\?token=/)
  })

  it('holds nothing that hashes to anything it keeps as a hash', () => {
    const words = new Set(text.match(/[\w-]{16,}/g) ?? [])
    const sha = (word: string) => createHash('sha256').update(word).digest('base64url')
    const hex = (word: string) => createHash('sha256').update(word).digest('hex')
    const opening = [...words].filter((word) => words.has(sha(word)) || words.has(hex(word)))
    expect(opening).toEqual([])
    // The hashes themselves are there, or this would show nothing.
    expect(words.has(sha(secrets['an invitation that waits'] ?? ''))).toBe(true)
  })

  it('signs nobody in by what stands in the database itself', async () => {
    const { db } = await open()
    const person = await makeAccount(db, 'officer')
    await openBrowser(db).signIn(person.email)
    const [row] = await db.all<{ token: string }>(sql`SELECT token FROM session`)
    const thief = openBrowser(db)
    const guess = randomBytes(32).toString('base64')
    for (const value of [row?.token ?? '', `${row?.token}.`, `${row?.token}.${guess}`]) {
      thief.cookies.set('__Secure-goc.session_token', encodeURIComponent(value))
      expect((await thief.get('/portal')).status).toBe(401)
    }
  })

  it('restored with its GOC_KEK sends the letters that waited, and their links work', async () => {
    const { client, db } = await open()
    await restoreDatabase(client, async function* () {
      yield* lines
    })
    const mailer = keptLetters()
    expect(await send(db, mailer)).toMatchObject({ failed: 0 })
    const letter = mailer.letters.find(({ to }) => to === 'dang-cho@example.vn')
    expect(letter?.body).toContain(secrets['an invitation that waits'])
    const path = `/portal/invitations/${secrets['an invitation that waits']}`
    const answer = await openBrowser(db).post(path, { name: 'Người chờ', password: PASSWORD })
    expect(answer.location).toBe('/portal')
  })
})

describe('what an earlier version kept in plain text', { timeout: 60_000 }, () => {
  it('is hashed and encrypted, and links of before go on working', async () => {
    const { db } = await open()
    const ctx = makeContext(db, { now: Date.now })
    const { organisationId, userId } = await makeAccount(db, 'admin')
    const [soon, now] = [Date.now() + 86_400_000, Date.now()]
    const old = ['lien-ket-cu-so-mot', 'lien-ket-cu-so-hai'] as const
    for (const [i, id] of old.entries()) {
      await db.run(sql`INSERT INTO invitation
        (id, organization_id, email, role, status, expires_at, created_at, inviter_id)
        VALUES (${id}, ${organisationId}, ${`cu-${i}@example.vn`}, 'packer',
          ${i === 0 ? 'pending' : 'accepted'}, ${soon}, ${now}, ${userId})`)
    }
    const letter = (id: string, body: string, sentAt: number | null) =>
      db.run(sql`INSERT INTO mail_outbox (id, to_address, subject, body, created_at, sent_at, due_at)
        VALUES (${id}, 'cu@example.vn', 'Thư', ${body}, ${now}, ${sentAt}, ${now})`)
    await letter('l1', `Mở ${ORIGIN}/portal/invitations/${old[0]}`, null)
    await letter('l2', `Mở ${ORIGIN}/portal/reset-password?token=bi-mat-cu`, null)
    await letter('l3', 'Mã số của đơn vị đã được cấp.', null)
    await letter('l4', `Mở ${ORIGIN}/portal/invitations/${old[1]}`, now)
    await sealOldSecrets(ctx)
    await emptySentLetters(db)
    await sealOldSecrets(ctx)
    const rows = JSON.stringify([
      await db.all(sql`SELECT * FROM invitation`),
      await db.all(sql`SELECT * FROM mail_outbox`),
    ])
    expect(rows).not.toMatch(/lien-ket-cu|bi-mat-cu/)
    const mailer = keptLetters()
    await send(db, mailer)
    expect(mailer.letters.map(({ body }) => body).sort()).toEqual([
      'Mã số của đơn vị đã được cấp.',
      `Mở ${ORIGIN}/portal/invitations/${old[0]}`,
      `Mở ${ORIGIN}/portal/reset-password?token=bi-mat-cu`,
    ])
    const path = (secret: string) => `/portal/invitations/${secret}`
    expect((await openBrowser(db).get(path(old[1]))).status).toBe(410)
    const answer = await openBrowser(db).post(path(old[0]), { name: 'Cũ', password: PASSWORD })
    expect(answer.location).toBe('/portal')
  })
})
