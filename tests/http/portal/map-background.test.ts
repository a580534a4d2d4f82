import { sql } from 'drizzle-orm'
import { PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { archiveName } from '../../../worker/domain/sites/map-background.ts'
import { type ArchiveStore, chooseArchiveStore } from '../../../worker/platform/archive-store.ts'
import { readBackground } from '../../../worker/verbs/map/read-background.ts'
import { removeBackground } from '../../../worker/verbs/map/remove-background.ts'
import { setBackground } from '../../../worker/verbs/map/set-background.ts'
import { portalApp } from '../../support/portal-app.ts'
import { readBytes, tileArchive } from '../../support/tile-archive.ts'
import { AN_GIANG, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()
const VERSION = 'ab'.repeat(16)
const NAME = archiveName(VERSION)
const ARCHIVE = tileArchive()

async function given(bytes = ARCHIVE) {
  const found = await readBytes(bytes)
  if (!found.ok) throw new Error(found.fault)
  return { version: VERSION, url: null, bytes: bytes.length, attribution: null, facts: found.facts }
}

/** A bucket as R2 is, with one file. */
const bucket = (bytes: Uint8Array) => ({
  head: async (key: string) => (key === `maps/${NAME}` ? { size: bytes.length } : null),
  get: async (key: string, options?: { range: { offset: number; length: number } }) => {
    const { offset, length } = options?.range ?? { offset: 0, length: bytes.length }
    const part = Uint8Array.from(bytes.slice(offset, offset + length))
    return key === `maps/${NAME}` ? { body: new Blob([part]).stream() } : null
  },
})
const archives = chooseArchiveStore({ MEDIA: bucket(ARCHIVE) }) as ArchiveStore

/** A folder as workerd answers for it: a range that is the whole file is answered as the file. */
const disk = (bytes: Uint8Array) => ({
  fetch: async ({ url, method, headers }: Request) => {
    if (!url.endsWith(`/maps/${NAME}`)) return new Response(null, { status: 404 })
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.get('range') ?? '') ?? []
    const part = bytes.slice(Number(from ?? 0), Number(to ?? bytes.length - 1) + 1)
    return new Response(method === 'HEAD' ? null : Uint8Array.from(part), {
      status: part.length === bytes.length ? 200 : 206,
      headers: { 'content-length': String(part.length) },
    })
  },
})

describe('the background of the map', () => {
  const open = portalApp(db, null, { archives })
  const ask = (headers: Record<string, string>, name = NAME) =>
    open.ask(`/area-map/background/${name}`, { headers })

  it('is answered a part at a time, for good', async () => {
    const { response } = await ask({ range: 'bytes=0-6' })
    expect([response.status, await response.text()]).toEqual([206, 'PMTiles'])
    expect(response.headers.get('content-range')).toBe(`bytes 0-6/${ARCHIVE.length}`)
    expect(response.headers.get('cache-control')).toContain('immutable')
    const { response: beyond } = await ask({ range: `bytes=${ARCHIVE.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      ...[416, `bytes */${ARCHIVE.length}`],
    ])
    // Ranges are of GET alone (RFC 9110 14.2).
    const head = { method: 'HEAD', headers: { range: 'bytes=0-6' } }
    const { response: told } = await open.ask(`/area-map/background/${NAME}`, head)
    expect([told.status, told.headers.get('content-length')]).toEqual([200, `${ARCHIVE.length}`])
    expect((await ask({}, archiveName('cd'.repeat(16)))).status).toBe(404)
    expect((await ask({}, 'secrets.json')).status).toBe(404)
  })

  it('is read from a folder as from a bucket, and is not there where nothing is kept', async () => {
    const folder = chooseArchiveStore({ FILES: disk(ARCHIVE) })
    const app = portalApp(db, null, { archives: folder })
    for (const [range, length] of [
      ['bytes=0-9', 10],
      ['bytes=0-16383', ARCHIVE.length],
      ['bytes=5-', ARCHIVE.length - 5],
    ] as const) {
      const { response } = await app.ask(`/area-map/background/${NAME}`, { headers: { range } })
      const { byteLength } = await response.arrayBuffer()
      expect([response.status, byteLength]).toEqual([206, length])
    }
    expect(chooseArchiveStore({})).toBeNull()
    const none = await portalApp(db, null).ask(`/area-map/background/${NAME}`, {})
    expect(none.status).toBe(404)
  })

  it('is answered whole to whoever holds a part of another one', async () => {
    for (const [held, status] of [
      [`"${VERSION}"`, 206],
      ['"another"', 200],
      [`W/"${VERSION}"`, 200],
    ] as const) {
      const { response } = await ask({ range: 'bytes=0-6', 'if-range': held })
      const size = (await response.arrayBuffer()).byteLength
      expect([response.status, size]).toEqual([status, status === 206 ? 7 : ARCHIVE.length])
    }
  })

  it('is read through by the library that draws it', async () => {
    const source = {
      getKey: () => NAME,
      getBytes: async (offset: number, length: number) => {
        const { response } = await ask({ range: `bytes=${offset}-${offset + length - 1}` })
        return { data: await response.arrayBuffer() }
      },
    }
    const tile = await new PMTiles(source).getZxy(0, 0, 0)
    expect(new TextDecoder().decode(tile?.data)).toContain('water')
  })

  it('is set, replaced and removed by an operator, and drawn under the same policy', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const seen = async () => {
      const answer = await officer.get('/portal/map')
      const policy = answer.response.headers.get('content-security-policy') ?? ''
      return { background: shown(answer, 'portal/map').map.background, policy }
    }
    expect((await seen()).background).toBeNull()
    await setBackground({ ctx, input: await given() })
    const { background, policy } = await seen()
    expect(background).toEqual({
      ...{ href: `/area-map/background/${NAME}`, tiles: 'vector', layers: ['water'] },
      attribution: '© OpenStreetMap',
    })
    expect(policy).not.toMatch(/unsafe|https:|\*/)
    const url = 'https://tiles.example.vn/vn.pmtiles'
    await setBackground({ ctx, input: { ...(await given()), url, attribution: 'Sở, 2026' } })
    const elsewhere = await seen()
    expect(elsewhere.background).toMatchObject({ href: `${url}?v=${VERSION}` })
    expect(elsewhere.policy).toContain("connect-src 'self' https://tiles.example.vn;")
    await removeBackground({ ctx })
    expect(await readBackground(ctx)).toBeNull()
    expect((await seen()).background).toBeNull()
    await expect(removeBackground({ ctx })).rejects.toMatchObject({ code: 'conflict' })
    await expect(db.run(sql`DELETE FROM map_background`)).rejects.toThrow()
  })

  it.each([
    [
      'without anything it can draw',
      { metadata: '{"vector_layers":[{"id":"pois"}],"attribution":"x"}' },
    ],
    ['of another country', { box: [2, 48, 3, 49] as const }],
    ['that names nobody’s work', { metadata: '{"vector_layers":[{"id":"water"}]}' }],
  ])('is refused %s', async (_, archive) => {
    const input = await given(tileArchive(archive))
    await expect(setBackground({ ctx, input })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
