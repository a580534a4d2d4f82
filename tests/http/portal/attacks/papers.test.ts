import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, makeSite } from '../../../support/factories.ts'
import { AN_GIANG, HERE, openRegister } from '../sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

const PDF = new TextEncoder().encode('%PDF-1.7\n')
const text = (value: string) => new TextEncoder().encode(value)
const paper = (name: string, bytes: Uint8Array = PDF) => new File([bytes as BlobPart], name)

const HEADING =
  'Mã số;Loại mã;Tên vùng trồng;Chủ sở hữu;Xã;Tỉnh;Cây trồng;Diện tích (ha);Thị trường;Trạng thái;Ngày cấp'

describe('a file’s name', () => {
  const names = [
    ...['a"b.pdf', 'a\r\nset-cookie: x=1.pdf', '../../etc/passwd', '..\\..\\x.pdf', 'x.html', ''],
    ...[
      '.pdf',
      '💩'.repeat(120),
      `${'a'.repeat(99)}💩`,
      '\ud800.pdf',
      '\u202egnp.exe',
      'a;b=c.pdf',
    ],
    ...[
      "'; DROP TABLE site;--.pdf",
      '<img src=x onerror=alert(1)>.pdf',
      'a\u0000b.pdf',
      'Đơn xin cấp.pdf',
    ],
  ]

  /** ASCII without quotes twice over: the whole name is percent-encoded. */
  const HARMLESS = /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%!~-]+$/

  test('of a paper does no harm to who downloads it, and it is served as a file alone', async () => {
    for (const name of names) {
      const { path, id, post, get } = await makeOwnSite()
      const added = await post(`${path}/documents`, { kind: 'other', title: '', file: paper(name) })
      expect([name, added.status]).toEqual([name, expect.toBeOneOf([303, 400])])
      if (added.status !== 303) continue
      const [row] = await db.all<{ id: string; title: string }>(
        sql`SELECT id, title FROM attachment WHERE entity_id = ${id}`,
      )
      expect((row?.title ?? '').length).toBeLessThanOrEqual(200)
      const { status, response } = await get(`${path}/documents/${row?.id}`)
      expect([name, status]).toEqual([name, 200])
      const { headers } = response
      expect(headers.get('content-disposition')).toMatch(HARMLESS)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('of a decision’s paper and of a list does none either', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    for (const name of names.filter((each) => each !== '')) {
      const { code } = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
      const page = await officer.get(`/portal/codes/${code}/status?market=CHN`)
      const seen = (page.model as { form: { values: Record<string, string> } }).form.values['seen']
      const decided = await officer.post(`/portal/codes/${code}/status`, {
        ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10', confirm: '1' },
        ...{
          reasonCode: 'phytosanitary',
          documentNo: '1/QĐ',
          seen: seen ?? '',
          paper: paper(name),
        },
      })
      expect([name, decided.status]).toEqual([name, 303])
      const [row] = await db.all<{ id: string }>(sql`SELECT a.id FROM attachment a
        JOIN code_status_event e ON e.id = a.entity_id JOIN code c ON c.id = e.code_id
        WHERE c.code = ${code}`)
      const { status, response } = await officer.get(`/portal/codes/${code}/papers/${row?.id}`)
      expect([name, status]).toEqual([name, 200])
      expect(response.headers.get('content-disposition')).toMatch(HARMLESS)
      const list = new File([`${HEADING}\nx;y\n`], name)
      const kept = await officer.post('/portal/imports/new', { file: list })
      expect([name, kept.status]).toEqual([name, expect.toBeOneOf([303, 400])])
      if (kept.status !== 303) continue
      const refused = await officer.get(`${kept.location}/refused`)
      expect([name, refused.status]).toEqual([name, 200])
    }
  })
})

describe('a photographed paper of a decision', () => {
  test('is kept without the place it was taken at', async () => {
    const segment = (marker: number, body: Uint8Array) => [
      ...[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body],
    ]
    const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const exif = Uint8Array.from([...text('Exif\0\0'), ...tiff, ...text('GPS 10.5 105.4')])
    const scan = [...segment(0xda, Uint8Array.from([1, 2, 3])), 0x11, 0x22, 0xff, 0xd9]
    const photo = Uint8Array.from([0xff, 0xd8, ...segment(0xe1, exif), ...scan])
    const officer = await signedIn('officer', { place: AN_GIANG })
    const { code } = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
    const page = await officer.get(`/portal/codes/${code}/status?market=CHN`)
    const seen = (page.model as { form: { values: Record<string, string> } }).form.values['seen']
    const { status } = await officer.post(`/portal/codes/${code}/status`, {
      ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10', confirm: '1' },
      ...{ reasonCode: 'phytosanitary', documentNo: '1/QĐ', seen: seen ?? '' },
      paper: paper('anh.jpg', photo),
    })
    expect(status).toBe(303)
    const [row] = await db.all<{ id: string }>(sql`SELECT a.id FROM attachment a
      JOIN code_status_event e ON e.id = a.entity_id JOIN code c ON c.id = e.code_id
      WHERE c.code = ${code}`)
    const { response } = await officer.get(`/portal/codes/${code}/papers/${row?.id}`)
    const kept = new TextDecoder('latin1').decode(await response.arrayBuffer())
    expect([kept.length > 10, kept.includes('GPS')]).toEqual([true, false])
  })
})

describe('what is no paper', () => {
  test.each([
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing with script', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
    ['a web page that claims to be a PDF further down', text('<html>%PDF-1.7</html>')],
    ['a GIF with script', text('GIF89a=1;alert(1)')],
    ['nothing', new Uint8Array()],
    ['an archive', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0])],
  ])('is not kept: %s', async (_, bytes) => {
    const { path, post } = await makeOwnSite()
    const file = paper('giay-to.pdf', bytes)
    expect((await post(`${path}/documents`, { kind: 'other', title: 'x', file })).status).toBe(400)
  })
})
