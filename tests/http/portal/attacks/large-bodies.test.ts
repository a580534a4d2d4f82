import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { accountsDatabase, makeAccount, openBrowser } from '../../../support/accounts-app.ts'
import { AN_GIANG, openRegister } from '../sites-support.ts'

const MIB = 1024 * 1024
const OWN = { 'sec-fetch-site': 'same-origin' }

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

/** A body of any length without a length header, and how much of it was asked for. */
function endless(mostBytes: number) {
  const chunk = new Uint8Array(64 * 1024).fill(0x61)
  const body = { sent: 0, stream: new ReadableStream<Uint8Array>() }
  body.stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (body.sent >= mostBytes) return controller.close()
      body.sent += chunk.byteLength
      controller.enqueue(chunk)
    },
  })
  return body
}

const send = (stream: ReadableStream, type: string): RequestInit => ({
  ...{ method: 'POST', headers: { ...OWN, 'content-type': type }, body: stream },
  // Node asks for it where the body is a stream.
  ...({ duplex: 'half' } as object),
})

const PATHS = [
  ...['/portal/imports/new', '/portal/codes/bulk', '/portal/sites/x/documents'],
  ...['/portal/sites/x/boundary', '/portal/sites/x/households/list', '/portal/codes/x/status'],
  ...['/portal/sign-in', '/portal/forgot-password', '/portal/invitations/x', '/portal/sign-out'],
  ...['/portal/account/name', '/portal/khong-co'],
]
const TYPES = ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain']

describe('50 MB without a length', () => {
  it.each(PATHS)('sent by nobody to %s is not read beyond its first MB or two', async (path) => {
    const browser = openBrowser(db)
    for (const type of TYPES) {
      const body = endless(50 * MIB)
      const answer = await browser.fetch(path, send(body.stream, type))
      expect([path, type, answer.status]).toEqual([
        ...[path, type],
        expect.toBeOneOf([303, 400, 401, 404, 405, 413]),
      ])
      expect([path, type, body.sent < 2 * MIB]).toEqual([path, type, true])
    }
  })

  it('sent by somebody who may not do it at all is not read', async () => {
    const inspector = openBrowser(db)
    await inspector.signIn((await makeAccount(db, 'inspector', { place: AN_GIANG })).email)
    for (const path of ['/portal/imports/new', '/portal/codes/bulk']) {
      const body = endless(50 * MIB)
      const answer = await inspector.fetch(path, send(body.stream, TYPES[0] ?? ''))
      expect([path, answer.status, body.sent < MIB]).toEqual([path, 403, true])
    }
  })

  it('sent by somebody who may is refused at the limit, in words', async () => {
    const register = await openRegister()
    const officer = await register.signedIn('officer', { place: AN_GIANG })
    for (const path of ['/portal/imports/new', '/portal/codes/bulk']) {
      const body = endless(50 * MIB)
      const { status, model } = await officer.ask(path, send(body.stream, TYPES[0] ?? ''))
      expect([path, status, model?.kind]).toEqual([path, 413, 'portal/problem'])
      expect(body.sent).toBeLessThan(25 * MIB)
    }
  })
})

describe('a form', () => {
  it('with ten thousand fields, fields twice and names of machinery does no harm', async () => {
    const { makeOwnSite } = await openRegister()
    const { ask, path, get } = await makeOwnSite()
    const fields = new URLSearchParams()
    for (let i = 0; i < 10_000; i++) fields.append(`crops.${i}.crop`, 'Xoài')
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      fields.append(name, 'x')
      fields.append(`details.${name}`, 'x')
      fields.append(`__proto__.${name}`, 'x')
    }
    for (let i = 0; i < 3; i++) fields.append('name', `Tên ${i}`)
    const answer = await ask(`${path}/edit`, { method: 'POST', headers: OWN, body: fields })
    expect(answer.status).toBe(400)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect((await get(path)).status).toBe(200)
  })

  it('of the wrong shape is told so and never a fault of ours', async () => {
    const { makeOwnSite } = await openRegister()
    const { ask, path } = await makeOwnSite()
    const bodies: [string, BodyInit][] = [
      ['multipart/form-data; boundary=x', 'not a multipart at all'],
      ['multipart/form-data', '--x\r\n\r\n'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\n',
      ],
      ['application/x-www-form-urlencoded', '%%%=%E0%A4%A&&&===&name=%00'],
      ['application/json', '{"name":["a"]}'],
      ['', 'name=x'],
    ]
    for (const [type, body] of bodies) {
      const headers = { ...OWN, 'content-type': type }
      for (const at of ['/edit', '/households', '/documents', '/boundary', '/links', '/parcels']) {
        const { status } = await ask(`${path}${at}`, { method: 'POST', headers, body })
        expect([type, at, status]).toEqual([type, at, expect.toBeOneOf([303, 400, 409])])
      }
    }
  })
})
