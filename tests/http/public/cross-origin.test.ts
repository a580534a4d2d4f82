import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { forge, issued } from '../scan/support.ts'
import { type PublicApp, publicApp } from './support.ts'

const database = freshDatabase()
const JSON_ONLY = { accept: 'application/json', origin: 'https://other.example' }

const preflight = (app: PublicApp, path: string, method: 'GET' | 'POST') =>
  app.ask(path, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://other.example',
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type',
    },
  })

describe('a script of any page', () => {
  let app: PublicApp
  let made: Awaited<ReturnType<typeof issued>>
  beforeAll(async () => {
    const { db } = await database
    made = await issued(makeContext(db, { now: () => NOW }))
    app = publicApp(db)
  })

  it('may ask first whether it may send JSON to verify', async () => {
    const response = await preflight(app, '/api/v1/verify', 'POST')
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': expect.stringMatching(/content-type/i),
      'access-control-max-age': '86400',
    })
  })

  it('may read verdicts, and every refusal of verify', async () => {
    const { db } = await database
    const limited = publicApp(db, { verifyLimit: async () => 9 })
    const answers = [
      await app.verify({ code: made.path }),
      await app.verify('{'),
      await app.verify({ code: 'x'.repeat(2_001) }),
      await app.verify('x', { headers: { 'content-type': 'text/plain' } }),
      await limited.verify({ code: made.path }),
      await app.ask('/api/v1/verify'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 413, 415, 429, 405])
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toMatch(/retry-after/i)
      // No cookie goes along, so nobody's session can be borrowed.
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  it('may read a label and a typed code as JSON, what leads to it and its refusals', async () => {
    const { ref } = made.batch
    const cases = [
      [made.path, 200],
      [forge(made.path), 404],
      [`${made.path}/x`, 400],
      [`/b/${ref}`, 200],
      [`/b/${ref.toLowerCase()}`, 308],
      ['/b/7K3M9QX1', 404],
      ['/b/x', 400],
    ] as const
    for (const [path, status] of cases) {
      const response = await app.ask(path, { headers: JSON_ONLY })
      expect([path, response.status]).toEqual([path, status])
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, '*'])
      const asked = await preflight(app, path, 'GET')
      expect([path, asked.status]).toEqual([path, 204])
      expect(asked.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    }
  })

  it('may read nothing of the portal or of what tokens do', async () => {
    for (const path of ['/portal', '/portal/sign-in', '/api/v1/products', '/api/v1/runs/x', '/']) {
      const response = await app.ask(path, { headers: JSON_ONLY })
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, null])
      const asked = await preflight(app, path, 'GET')
      expect([path, asked.headers.get('access-control-allow-origin')]).toEqual([path, null])
    }
  })
})
