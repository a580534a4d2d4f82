import { beforeAll, describe, expect, it } from 'vitest'
import { bulkAnswerSchema } from '../../../worker/routes/public/verify/contract.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { forge, issued } from '../scan/support.ts'
import { type PublicApp, publicApp } from './support.ts'

const database = freshDatabase()

async function send(app: PublicApp, body: unknown) {
  const response = await app.ask('/api/v1/verify/bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { response, status: response.status, body: await response.json() }
}

describe('POST /api/v1/verify/bulk', () => {
  let app: PublicApp
  let made: Awaited<ReturnType<typeof issued>>
  beforeAll(async () => {
    const { db } = await database
    made = await issued(makeContext(db), { count: 3 })
    app = publicApp(db)
  })

  it('tells each text in a line, in the order of asking', async () => {
    const codes = [...made.paths, forge(made.path), 'x', '\ud800', '']
    const { response, status, body } = await send(app, { codes })
    expect(status).toBe(200)
    expect(bulkAnswerSchema.parse(body)).toEqual(body)
    const good = { authenticity: 'genuine', standing: 'clear', reasons: [], ref: made.batch.ref }
    expect(body.items.slice(0, 3)).toEqual([1, 2, 3].map((serial) => ({ ...good, serial })))
    expect(body.items.slice(3).map((item: { authenticity: string }) => item.authenticity)).toEqual([
      'forged',
      ...['malformed', 'malformed', 'malformed'],
    ])
    expect(body).toMatchObject({ notChecked: 0, retryAfterSeconds: null })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(app.scans).toEqual([])
  })

  it('tells the very verdicts of verify where they are asked for in full', async () => {
    const codes = [made.path, forge(made.path)]
    const { body } = await send(app, { codes, view: 'full' })
    for (const [i, code] of codes.entries()) {
      expect(body.items[i]).toEqual(await (await app.verify({ code })).json())
    }
  })

  it('counts each text, answers those that may be asked and says when to send the others', async () => {
    const { db } = await database
    let left = 2
    const limited = publicApp(db, { verifyLimit: async () => (left-- > 0 ? 0 : 7) })
    const { status, body } = await send(limited, { codes: made.paths })
    expect([status, body.items.length]).toEqual([200, 2])
    expect(body).toMatchObject({ notChecked: 1, retryAfterSeconds: 7 })
    const refused = await send(limited, { codes: made.paths })
    expect([refused.status, refused.response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  it.each([
    ['{', 400],
    [{}, 400],
    [{ codes: [] }, 400],
    [{ codes: 'x' }, 400],
    [{ codes: [1] }, 400],
    [{ codes: ['x'], view: 'other' }, 400],
    [{ codes: Array(201).fill('x') }, 400],
    [{ codes: ['x'.repeat(2_001)] }, 413],
    [{ codes: ['x'], pad: 'x'.repeat(1_100_000) }, 413],
  ])('refuses %j with %i', async (body, expected) => {
    const { status, response } = await send(app, body)
    expect(status).toBe(expected)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  it('takes two hundred texts', async () => {
    const { status, body } = await send(app, { codes: Array(200).fill(made.path) })
    expect([status, body.items.length]).toEqual([200, 200])
  })
})
