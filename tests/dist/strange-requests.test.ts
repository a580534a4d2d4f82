import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, RUNTIMES, startWorld, type World } from './world.ts'

const INSIDES = /SELECT |node_modules|\.mjs:\d|\bat .+:\d+:\d+|SQLITE|DrizzleQueryError/
const AT_ONCE = 25

describe.each(RUNTIMES)('the built Worker in %s', (runtime) => {
  let world: World
  let path: string
  beforeAll(async () => {
    world = await startWorld(runtime)
    path = (await world.issued()).path
  })
  afterAll(() => world?.stop())

  it('answers thousands of mangled paths without 5xx and without showing its insides', async () => {
    const signs = fc.constantFrom(...'0AZaz/\\.%+-_~?#&=;:@!$\'()*,[]{}|^"<> é\u00ff')
    const pieces = fc.constantFrom(
      ...path.split('/'),
      '..',
      '.',
      '%2e',
      '%00',
      '%ff',
      '%',
      'B',
      'b',
      'C',
      '01',
      'api/v1/codes',
      'notices',
      'check',
      '__proto__',
    )
    const built = fc
      .array(fc.oneof(pieces, fc.string({ unit: signs, maxLength: 6 })), { maxLength: 7 })
      .map((parts) => `/${parts.join('/')}`)
    const mutated = fc
      .tuple(fc.nat({ max: path.length }), signs, fc.nat({ max: 2 }))
      .map(([at, sign, drop]) => path.slice(0, at) + sign + path.slice(at + drop))
      .map((text) => (text.startsWith('/') ? text : `/${text}`))
    const asked = fc.sample(fc.oneof(built, mutated), { numRuns: 2_500, seed: 12 })
    const bad: unknown[] = []
    await inTurns(asked, async (text) => {
      // A request line holds no spaces and no characters beyond Latin-1; the rest goes out raw.
      const answer = await world.ask(text.replace(/[^\x21-\xff]/g, '+'), {
        headers: { accept: text.length % 2 === 0 ? 'text/html' : 'application/json' },
      })
      if (answer.status >= 500 || INSIDES.test(answer.text)) bad.push([answer.status, text])
    })
    expect(bad).toEqual([])
    expect((await world.open(path)).status).toBe(200)
  })

  it('keeps the connection usable after a refusal whose body it did not want', async () => {
    const body = JSON.stringify({ code: path }).padEnd(20_000)
    const headers = { 'content-type': 'text/plain' }
    const refusals = [
      ['/api/v1/verify', 'POST', 415],
      [path, 'POST', 405],
      ['/nowhere', 'PUT', 404],
    ] as const
    for (const [target, method, status] of refusals) {
      for (let round = 0; round < 4; round++) {
        expect((await world.ask(target, { method, headers, body })).status).toBe(status)
      }
    }
  })

  it('answers strange bodies, methods and headers without 5xx', async () => {
    const post = (
      body: string,
      headers: Record<string, string> = { 'content-type': 'application/json' },
    ) => world.ask('/api/v1/verify', { method: 'POST', headers, body })
    const answers: [string, number, Promise<Answer>][] = [
      ['a label', 200, post(JSON.stringify({ code: path }))],
      ['nothing in it', 200, post(JSON.stringify({ code: '' }))],
      ['a lone surrogate', 200, post('{"code":"\\ud800"}')],
      ['not JSON', 400, post('{')],
      ['another type', 400, post('{"code":1}')],
      ['a list', 400, post('[]')],
      ['too long a text', 413, post(JSON.stringify({ code: 'x'.repeat(2_001) }))],
      ['too large a body', 413, post(JSON.stringify({ code: 'x'.repeat(100_000) }))],
      ['another media type', 415, post('code=1', { 'content-type': 'text/plain' })],
    ]
    for (const [what, status, answer] of answers)
      expect([what, (await answer).status]).toEqual([what, status])
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      for (const target of [path, '/', '/b/7K3M9QX1', '/api/v1/verify', '/nowhere']) {
        const { status } = await world.ask(target, { method })
        expect([method, target, status < 500]).toEqual([method, target, true])
      }
    }
    const headers = {
      accept: ';;q=9,',
      'accept-language': '*;q=x',
      'user-agent': 'x'.repeat(4_000),
      cookie: '=',
    }
    expect((await world.ask(path, { headers })).status).toBe(200)
  })
})

describe.each([
  ['Cloudflare’s binding', 'miniflare', { verifyLimit: 5 }],
  ['no binding', 'plain workerd', {}],
] as const)('the rate limit of verify with %s', (_, runtime, options) => {
  it('gives 429 with Retry-After once it is used up, and never to a scan', async () => {
    const settings = {
      GOC_CLIENT_ADDRESS_HEADER: 'X-Real-IP',
      GOC_RATE_LIMITS: 'verify=5/60,verify_shared=8/60',
    }
    const world = await startWorld(runtime, { ...options, settings })
    try {
      const { path } = await world.issued()
      const body = JSON.stringify({ code: path })
      const verify = (given: Record<string, string>) => {
        const headers = { 'content-type': 'application/json', ...given }
        return world.ask('/api/v1/verify', { method: 'POST', headers, body })
      }
      const answers: Answer[] = []
      for (let i = 0; i < 12; i++) answers.push(await verify({ 'x-real-ip': '203.0.113.9' }))
      expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      const refused = answers.find(({ status }) => status === 429)
      expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
      expect(JSON.parse(refused?.text ?? '{}')).toMatchObject({ code: 'too_many_requests' })
      // Another address has its own, and what callers claim under other names is not believed.
      expect((await verify({ 'x-real-ip': '203.0.113.10' })).status).toBe(200)
      const claimed: number[] = []
      for (let i = 0; i < 12; i++) {
        const headers = { 'cf-connecting-ip': `198.51.100.${i}`, 'user-agent': `x${i}` }
        claimed.push((await verify(headers)).status)
      }
      expect(claimed.slice(0, 8)).toEqual(Array(8).fill(200))
      expect(claimed).toContain(429)
      for (let i = 0; i < 12; i++) expect((await world.open(path)).status).toBe(200)
    } finally {
      await world.stop()
    }
  })
})

async function inTurns(
  items: readonly string[],
  work: (item: string) => Promise<void>,
): Promise<void> {
  let next = 0
  const turn = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
}
