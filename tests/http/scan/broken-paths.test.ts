import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { issued, JSON_ONLY, PHONE, scanApp } from './support.ts'

const database = freshDatabase()

/** What no answer may ever hold. */
const INSIDES = /SELECT|node_modules|\.ts:\d|\bat .+:\d+:\d+|TypeError|SQLITE|DrizzleQueryError/

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

describe('a path that nobody printed', () => {
  it.each([
    ['/', 200],
    ['/nowhere', 404],
    ['/favicon.ico', 404],
    ['/favicon.ico', 404],
    ['/.env', 404],
    ['/wp-login.php', 404],
    ['/scan', 404],
    ['/problem', 404],
    ['/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/%', 404],
    ['/%E0%A4%A', 404],
    ['/\\\\', 404],
    ['//', 200],
    ['//evil.example/', 404],
    ['/x/B/1', 400],
    ['/x/b/', 400],
    ['/x/C', 400],
    ['/x/01/y', 400],
    [`/${'A'.repeat(60)}`, 400],
    [`/${'a'.repeat(2_000)}`, 400],
    [`/${'A'.repeat(106)}/B/${'/'.repeat(1_000)}`, 400],
    [`/${'A'.repeat(59)}`, 404],
    ['/b/', 303],
    ['/b/7K3M9QX1/extra', 404],
    ['/api/v1/nowhere', 404],
  ])('%s is %i', async (path, status) => {
    const { db } = await database
    const app = scanApp(db)
    const response = await app.open(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).not.toMatch(INSIDES)
  })

  it('never gives 5xx, a stack trace or a redirect elsewhere, however it is mangled', async () => {
    const { db } = await database
    const { path } = await issued(makeContext(db))
    const app = scanApp(db)
    const piece = fc.oneof(
      fc.constantFrom(...path.split('/'), 'b', 'B', 'C', '01', '10', '21', 'api', 'v1', 'check'),
      fc.constantFrom(
        '..',
        '.',
        '%2e',
        '%2F',
        '%00',
        '%ff',
        '\\',
        '//',
        ';',
        '@',
        ':',
        '?',
        '#',
        '&',
      ),
      fc
        .array(fc.nat({ max: 0x2fff }), { maxLength: 6 })
        .map((units) => String.fromCharCode(...units)),
    )
    const anyPath = fc
      .array(piece, { minLength: 1, maxLength: 7 })
      .chain((pieces) => fc.constantFrom('/', '', '//').map((glue) => `/${pieces.join(glue)}`))
    await fc.assert(
      fc.asyncProperty(
        anyPath,
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'),
        fc.constantFrom(PHONE, JSON_ONLY, { accept: ';;q=,/*' }, {}),
        async (asked, method, headers) => {
          const response = await app.ask(asked, { method, headers: headers as HeadersInit })
          expect(response.status).toBeLessThan(500)
          expect(response.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/)
          expect(await response.text()).not.toMatch(INSIDES)
        },
      ),
      { numRuns: 1_500, seed: 11 },
    )
  }, 30_000)
})

describe('an unexpected error', () => {
  it('is a 500 that names its request and nothing else, as page and as problem', async () => {
    const { db } = await database
    const { path } = await issued(makeContext(db))
    const now = () => {
      throw new Error('SELECT secret FROM somewhere')
    }
    const app = scanApp(db, { now })
    const page = await app.open(path)
    expect(page.status).toBe(500)
    const text = await page.text()
    expect(text).toMatch(/problem .* status=500 id=[0-9a-f-]{36}/)
    expect(text).not.toMatch(INSIDES)
    const { status, body } = await app.askJson(path)
    expect(status).toBe(500)
    expect(body).toMatchObject({
      code: 'internal',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(JSON.stringify(body)).not.toMatch(INSIDES)
  })

  it('is a problem still where the page itself cannot be rendered', async () => {
    const { db } = await database
    const { path } = await issued(makeContext(db))
    const render = async () => {
      throw new Error('no template')
    }
    const response = await scanApp(db, { pages: { render } }).open(path)
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})
