import { describe, expect, test } from 'vitest'
import { encodeCursor } from '../../../../worker/verbs/documents/list-cursor.ts'
import { publicApp } from '../../public/support.ts'
import { AN_GIANG, openRegister, shown } from '../sites-support.ts'

const { db, signedIn, makeOwnSite } = await openRegister()

/** Lists of the portal that go on from a cursor, or from a place in the list under another name. */
const LISTS: Readonly<Record<'officer' | 'admin', readonly string[]>> = {
  officer: [
    '/portal/sites?cursor=',
    '/portal/imports?cursor=',
    '/portal/organisations?cursor=',
    '/portal/codes?cursor=',
    '/portal/notifications?before=',
    '/portal/notifications?after=',
    '/portal/audit?before=',
    '/portal/waiting/imports?cursor=',
    '/portal/ministry-lists?cursor=',
    '/portal/ministry-lists/sent?cursor=',
    '/portal/purchases?cursor=',
    '/portal/residues?cursor=',
    '/portal/retail?cursor=',
    '/portal/inspections?cursor=',
    '/portal/map?cursor=',
    '/portal/map/places?cursor=',
  ],
  admin: ['/portal/imports?cursor=', '/portal/members?after=', '/portal/waiting/letters?cursor='],
}

const PUBLIC_LISTS = [
  '/api/v1/codes?cursor=',
  '/api/v1/notices?cursor=',
  '/api/v1/notices.atom?cursor=',
  '/codes?cursor=',
  '/suspensions?cursor=',
  '/notices?cursor=',
]

/** Texts that were never given out as cursors, whole ones with keys that are no numbers or days among them. */
const HOSTILE = [
  'x',
  '-1',
  '1e999',
  'NaN',
  '%00',
  'a'.repeat(500),
  ...[
    ['NaN', 'x'],
    ['1e999', 'x'],
    ['Infinity', ''],
    ['', ''],
    ['x', 'y', 'z'],
    ['2026-13-45', 'NaN', 'x'],
    ['code', 'VN', 'NaN'],
    ['9'.repeat(30), 'x'],
    ['\0', '\0'],
  ].map(encodeCursor),
]

describe('a cursor that nobody was given', () => {
  test('is no failure of the portal', async () => {
    for (const role of ['officer', 'admin'] as const) {
      const person = await signedIn(role, role === 'officer' ? { place: AN_GIANG } : {})
      for (const list of LISTS[role]) {
        expect((await person.get(list.replace(/\?.*/, ''))).status, list).toBe(200)
        for (const cursor of HOSTILE) {
          const { status } = await person.get(list + cursor)
          expect(status, list + cursor).toBeLessThan(500)
        }
      }
    }
  })

  test('is no failure of the public lists, and never one to try again', async () => {
    const app = publicApp(db)
    for (const list of PUBLIC_LISTS) {
      expect((await app.ask(list.replace(/\?.*/, ''))).status, list).toBe(200)
      for (const cursor of HOSTILE) {
        const { status } = await app.ask(list + cursor)
        expect(status, list + cursor).toBeLessThan(500)
      }
    }
  })

  test('of the imports is refused as one', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const { status } = await officer.get(`/portal/imports?cursor=${encodeCursor(['NaN', 'x'])}`)
    expect(status).toBe(400)
  })
})

const LIST = 'Họ tên chủ hộ\tThửa\tDiện tích (ha)\tSố cây\tĐiện thoại\nNguyễn Văn A\t1\t0,5\t\t'

test('a form whose version is none is told that the place was changed, not that all is well', async () => {
  const { get, post, path } = await makeOwnSite()
  const { form } = shown(await get(`${path}/edit`), 'portal/sites/edit')
  for (const version of ['NaN', 'x', '1e999', '-', '0:NaN', '0:x', '']) {
    for (const [page, values] of [
      ['edit', { ...form.values, name: 'Tên khác' }],
      ['parcels', { parcels: '12/34' }],
      ['households/list/save', { list: LIST }],
    ] as const) {
      const { status } = await post(`${path}/${page}`, { ...values, version })
      expect(status, `${page} ${version}`).toBe(409)
    }
  }
})
