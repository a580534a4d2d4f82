import { describe, expect, it } from 'vitest'
import { fetchTransport } from '../../../site/app/outbox/fetch-transport.ts'
import type { ServerTime } from '../../../site/app/outbox/transport.ts'
import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'

const SHA = 'a'.repeat(64)
const PHOTO = { accountId: 'ann', sha256: SHA, bytes: new Uint8Array([1]), mediaType: 'image/jpeg' }
const item = (id: string): OutboxItem => ({
  ...{ id, v: 1, kind: 'label_checks', happenedOn: '2026-11-30', madeAt: 1, clock: null, body: {} },
})

function line(answer: () => Response | Promise<Response>) {
  const asked: { path: string; init: RequestInit }[] = []
  const times: ServerTime[] = []
  let now = 100
  const transport = fetchTransport({
    fetch: async (path, init = {}) => {
      asked.push({ path: String(path), init })
      now += 50
      return answer()
    },
    now: () => now,
    language: () => 'vi',
    onServerTime: (time) => void times.push(time),
  })
  return { transport, asked, times }
}

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ status, code, title: 't', detail: 'd' }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
const html = (status = 200) =>
  new Response('<html>Wi-Fi</html>', { status, headers: { 'content-type': 'text/html' } })
const photoAnswer = (status: number) =>
  new Response(null, { status, headers: { 'goc-photo': SHA } })

describe('the line of the app', () => {
  it('says whose queue it is, and brings the session along to our own pages alone', async () => {
    const { transport, asked } = line(() => Response.json({ results: [] }))
    await transport.send({ accountId: 'ann', items: [] })
    const [{ path, init } = { path: '', init: {} }] = asked
    expect([path, init.method, init.credentials, init.redirect]).toEqual([
      ...['/api/v1/outbox', 'POST', 'same-origin', 'error'],
    ])
    expect(new Headers(init.headers).get('goc-account')).toBe('ann')
  })

  it('takes for an answer what is surely ours, and anything else for none', async () => {
    const answers: readonly (() => Response | Promise<Response>)[] = [
      html,
      () => html(404),
      () => Response.json({}),
      () => Response.json({ results: [{ id: 'b', status: 'stored' }] }),
      () => Response.json({ results: [] }),
      () => new Response('{"results": [{"id"', { status: 200 }),
      () => Promise.reject(new TypeError('the line broke')),
      () => new Response(null, { status: 302 }),
    ]
    for (const answer of answers) {
      const { transport } = line(answer)
      expect(await transport.send({ accountId: 'ann', items: [item('a')] })).toEqual({
        status: 'offline',
      })
      expect(await transport.putPhoto(PHOTO)).toEqual({ status: 'offline' })
      expect(await transport.hasPhoto(PHOTO)).toEqual({ status: 'offline' })
    }
  })

  it('knows a photo by its name in the answer', async () => {
    for (const status of [200, 201]) {
      const put = await line(() => photoAnswer(status)).transport.putPhoto(PHOTO)
      expect(put).toEqual({ status: 'ok', value: null })
    }
    const there = await line(() => photoAnswer(200)).transport.hasPhoto(PHOTO)
    const gone = await line(() => problem(404, 'not_found')).transport.hasPhoto(PHOTO)
    expect([there, gone]).toEqual([
      { status: 'ok', value: true },
      { status: 'ok', value: false },
    ])
  })

  it.each([
    [problem(401, 'unauthenticated'), 'sign_in'],
    [html(401), 'sign_in'],
    [problem(409, 'other_account'), 'sign_in'],
    [problem(403, 'forbidden'), 'sign_in'],
    [problem(413, 'payload_too_large'), 'refused'],
    [problem(415, 'unsupported_media_type'), 'refused'],
    [problem(400, 'invalid_input'), 'refused'],
    [problem(400, 'hash_mismatch'), 'offline'],
    [html(400), 'offline'],
    [problem(500, 'internal'), 'busy'],
    [html(502), 'busy'],
  ])('case %#: %s', async (response, status) => {
    const reply = await line(() => response.clone()).transport.putPhoto(PHOTO)
    expect(reply.status).toBe(status)
  })

  it('waits as long as it is asked to, within reason', async () => {
    const busy = async (after: string) =>
      line(() => problem(503, 'unavailable', { 'retry-after': after })).transport.putPhoto(PHOTO)
    expect(await busy('10')).toEqual({ status: 'busy', retryAfterMs: 10_000 })
    expect(await busy('9999999')).toEqual({ status: 'busy', retryAfterMs: 3_600_000 })
    expect(await busy('soon')).toEqual({ status: 'busy', retryAfterMs: null })
  })

  it('takes a word of a newer server for not yet', async () => {
    const { transport } = line(() => Response.json({ results: [{ id: 'a', status: 'perhaps' }] }))
    expect(await transport.send({ accountId: 'ann', items: [item('a')] })).toEqual({
      status: 'ok',
      value: [{ id: 'a', status: 'later' }],
    })
  })

  it('tells the server’s time between asking and hearing', async () => {
    const { transport, times } = line(
      () => new Response(null, { status: 200, headers: { 'goc-server-now': '5000' } }),
    )
    await transport.putPhoto(PHOTO)
    expect(times).toEqual([{ serverAt: 5_000, sentAt: 100, receivedAt: 150 }])
  })
})
