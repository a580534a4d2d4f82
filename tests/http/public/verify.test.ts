import { beforeAll, describe, expect, it } from 'vitest'
import { verdictSchema } from '../../../worker/routes/public/schemas.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun } from '../../support/factories.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

async function issued() {
  const { db } = await database
  const ctx = makeContext(db)
  const { run, batch } = await makeRun(ctx)
  const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id, to: 1 } }))
  if (label === undefined) throw new Error('no label came out')
  return { db, ctx, batch, url: label.url, path: label.url.replace('HTTPS://TEM.EXAMPLE.VN', '') }
}

describe('POST /api/v1/verify', () => {
  let made: Awaited<ReturnType<typeof issued>>
  beforeAll(async () => {
    made = await issued()
  })

  const ask = async (text: unknown) => {
    const response = await publicApp(made.db).verify({ code: text })
    expect(response.status).toBe(200)
    const body = await response.json()
    // Parsing drops what the schema does not name, so equality means that nothing else is there.
    expect(verdictSchema.parse(body)).toEqual(body)
    return body
  }

  it('calls a label it issued genuine, and tells its batch', async () => {
    const verdict = await ask(made.url)
    expect(verdict).toMatchObject({
      authenticity: 'genuine',
      standing: 'clear',
      batch: { ref: made.batch.ref },
      label: { serial: 1, profile: 'full' },
      stale: false,
    })
  })

  it.each([
    'a',
    '',
    '   ',
    'https://tem.example.vn/',
    'https://other.example/not/a/label',
    '\ud800',
  ])('answers 200 with a malformed verdict to %j', async (text) => {
    expect(await ask(text)).toMatchObject({ authenticity: 'malformed', standing: null })
  })

  it('calls a right label that leads to another host foreign, whether or not it verifies', async () => {
    const tampered = made.path.replace(/\/1\//, '/2/')
    for (const path of [made.path, tampered]) {
      const verdict = await ask(`https://evil.example${path}`)
      expect(verdict.authenticity).toBe('unknown')
      expect(verdict.reasons.map((reason: { code: string }) => reason.code)).toEqual([
        'foreign_host',
      ])
    }
  })

  it.each([
    'https://tem.example.vn',
    'HTTP://TEM.EXAMPLE.VN',
    'https://TEM.example.vn:443',
    'http://localhost:8787',
    '',
  ])('knows its own host written as %j', async (origin) => {
    expect(await ask(`${origin}${made.path}`)).toMatchObject({ authenticity: 'genuine' })
  })

  it.each([
    'https://tem.example.vn:8443',
    'http://localhost',
    'https://tem.example.vn.evil.example',
  ])('does not take %s for its own host', async (origin) => {
    expect(await ask(`${origin}${made.path}`)).toMatchObject({ authenticity: 'unknown' })
  })

  it('calls a changed text forged without asking the database about the batch', async () => {
    const app = publicApp(made.db)
    await app.verify({ code: made.path })
    const before = app.databaseCalls()
    const response = await app.verify({ code: made.path.replace(/\/1\//, '/2/') })
    expect((await response.json()).authenticity).toBe('forged')
    expect(app.databaseCalls()).toBe(before)
  })

  it('keeps its verdict when a query or fragment was added', async () => {
    expect(await ask(`${made.url}?fbclid=1#x`)).toMatchObject({ authenticity: 'genuine' })
  })

  it('gives the reasons of a stop within 30 seconds of the recall', async () => {
    const own = await issued()
    const app = publicApp(own.db)
    await app.verify({ code: own.url })
    await recallBatch({ ctx: own.ctx, input: { ref: own.batch.ref, reason: 'Dư lượng thuốc' } })
    app.wait(30_000)
    const verdict = await (await app.verify({ code: own.url })).json()
    expect(verdict.standing).toBe('stop')
    expect(verdict.reasons[0]).toMatchObject({ code: 'batch_recalled', severity: 'stop' })
  })

  it('never counts as a scan', async () => {
    const app = publicApp(made.db)
    await app.verify(
      { code: made.url },
      { headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (iPhone)' } },
    )
    expect(app.scans).toEqual([])
  })

  it('is kept and indexed by nobody', async () => {
    const { headers } = await publicApp(made.db).verify({ code: made.url })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-type')).toMatch(/^application\/json/)
  })

  it('still tells a genuine label while the database is away, and says how old that is', async () => {
    const app = publicApp(made.db)
    await app.verify({ code: made.url })
    app.breakDatabase()
    app.wait(3_600_000)
    const verdict = await (await app.verify({ code: made.url })).json()
    expect(verdict).toMatchObject({ authenticity: 'genuine', stale: true })
    expect(Date.parse(verdict.checkedAt) - Date.parse(verdict.asOf)).toBe(3_600_000)
  })
})

describe('POST /api/v1/verify refuses', () => {
  const refuse = async (body: string, type: string | null = 'application/json') => {
    const { db } = await database
    const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
    const response = await publicApp(db).verify(body, { headers })
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const problem = await response.json()
    expect(problem.status).toBe(response.status)
    expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/)
    return problem
  }

  it.each(['{', '', 'null', '[]', '"x"', '{}', '{"code":5}', '{"code":null}', '{"code":["x"]}'])(
    'the body %j with 400',
    async (body) => {
      expect(await refuse(body)).toMatchObject({ status: 400, code: 'invalid_input' })
    },
  )

  it('a code over 2,000 characters with 413, and takes one of 2,000', async () => {
    const { db } = await database
    expect(await refuse(JSON.stringify({ code: 'A'.repeat(2_001) }))).toMatchObject({
      status: 413,
      code: 'payload_too_large',
    })
    for (const text of ['A'.repeat(2_000), '\u{1f96d}'.repeat(2_000)]) {
      expect((await publicApp(db).verify({ code: text })).status).toBe(200)
    }
  })

  it('a body over 16 kB with 413, with or without a length', async () => {
    const { db } = await database
    const long = JSON.stringify({ code: 'A', pad: ' '.repeat(17_000) })
    expect((await refuse(long)).status).toBe(413)
    const headers = { 'content-type': 'application/json', 'content-length': String(long.length) }
    expect((await publicApp(db).verify(long, { headers })).status).toBe(413)
    const stream = new Blob([long]).stream()
    const response = await publicApp(db).verify('', { body: stream, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(413)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', null])(
    'a body of type %s with 415',
    async (type) => {
      expect(await refuse('{"code":"x"}', type)).toMatchObject({ status: 415 })
    },
  )

  it('too many questions with 429 and the time to come back', async () => {
    const { db } = await database
    const asked: string[] = []
    const verifyLimit = async ({ agent }: { readonly agent: string }) => {
      asked.push(agent)
      return asked.length <= 1 ? 0 : 7
    }
    const app = publicApp(db, { verifyLimit })
    const headers = { 'content-type': 'application/json', 'user-agent': 'scanner/1' }
    expect((await app.verify({ code: 'x' }, { headers })).status).toBe(200)
    const refused = await app.verify({ code: 'x' }, { headers })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7'])
    expect(asked).toEqual([headers['user-agent'], headers['user-agent']])
  })
})
