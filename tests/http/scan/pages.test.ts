import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { forge, issued, scanApp } from './support.ts'

const database = freshDatabase()

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

describe('pages for people', () => {
  it.each(['/', '/notices', '/check'])(
    '%s is rendered with its policy and kept by nobody',
    async (path) => {
      const { db } = await database
      const response = await scanApp(db).open(path)
      expect(response.status).toBe(200)
      const headers = Object.fromEntries(response.headers)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers['content-security-policy']).toContain("style-src 'sha256-test'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'cache-control': 'private, no-store',
        'x-frame-options': 'DENY',
      })
    },
  )

  it('the front page stands while the database does not answer', async () => {
    const { db } = await database
    const app = scanApp(db)
    app.breakDatabase()
    expect((await app.open('/')).status).toBe(200)
  })

  it('a static file is served, what is none is 404', async () => {
    const { db } = await database
    const asset = async (request: Request) =>
      request.url.endsWith('/favicon.svg') ? new Response('<svg/>') : null
    const app = scanApp(db, { asset })
    expect(await (await app.open('/favicon.svg')).text()).toBe('<svg/>')
    expect((await app.open('/other.txt')).status).toBe(404)
  })
})

describe('GET /check', () => {
  it('judges a pasted label as a scan does, and does not count it', async () => {
    const { db } = await database
    const { path } = await issued(makeContext(db))
    const app = scanApp(db)
    const check = async (code: string) =>
      (await app.open(`/check?code=${encodeURIComponent(code)}`)).text()
    expect(await check(`HTTPS://TEM.EXAMPLE.VN${path}`)).toContain('genuine/clear/')
    expect(await check(`  https://tem.example.vn${path}\n`)).toContain('genuine/clear/')
    expect(await check(path)).toContain('genuine/clear/')
    expect(await check(`HTTPS://TEM.EXAMPLE.VN${forge(path)}`)).toContain(
      'forged/null/signature_invalid',
    )
    expect(await check('hello')).toContain('malformed/null/malformed')
    expect(app.scans).toEqual([])
  })

  it('calls a label of another host a copy that leads elsewhere, genuine signature or not', async () => {
    const { db } = await database
    const { path } = await issued(makeContext(db))
    const app = scanApp(db)
    for (const host of [
      'evil.example',
      'tem.example.vn:444',
      'tem.example.vn@evil.example',
      'xtem.example.vn',
    ]) {
      for (const label of [path, forge(path)]) {
        const code = encodeURIComponent(`https://${host}${label}`)
        expect(await (await app.open(`/check?code=${code}`)).text()).toContain(
          'unknown/null/foreign_host',
        )
      }
    }
    const same = encodeURIComponent(`http://TEM.example.VN:80${path}`)
    expect(await (await app.open(`/check?code=${same}`)).text()).toContain('genuine/clear/')
  })

  it('asks nothing for a text too long to be a label, or none', async () => {
    const { db } = await database
    const app = scanApp(db)
    expect(await (await app.open('/check')).text()).toBe('check lang=vi demo=false')
    const long = await app.open(`/check?code=${'x'.repeat(2_001)}`)
    expect(await long.text()).toBe('check lang=vi demo=false')
  })
})
