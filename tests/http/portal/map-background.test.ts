import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { PMTiles } from 'pmtiles'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileArchive, keepArchive, removeOtherArchives } from '../../../scripts/lib/map-archives.ts'
import { remoteArchive } from '../../../scripts/lib/remote-archive.ts'
import { archiveName } from '../../../worker/domain/sites/map-background.ts'
import { askedRange, MOST_BYTES } from '../../../worker/http/byte-range.ts'
import { readArchive } from '../../../worker/lib/tiles/read-archive.ts'
import { type ArchiveStore, chooseArchiveStore } from '../../../worker/platform/archive-store.ts'
import { readBackground } from '../../../worker/verbs/map/read-background.ts'
import { removeBackground } from '../../../worker/verbs/map/remove-background.ts'
import { setBackground } from '../../../worker/verbs/map/set-background.ts'
import { portalApp } from '../../support/portal-app.ts'
import { tileArchive } from '../../support/tile-archive.ts'
import { AN_GIANG, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()
const VERSION = 'ab'.repeat(16)
const NAME = archiveName(VERSION)
const ARCHIVE = tileArchive()

const sourceOf = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
})
const read = (bytes: Uint8Array) => readArchive(sourceOf(bytes))

async function given(bytes = ARCHIVE) {
  const found = await read(bytes)
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

describe('an archive', () => {
  it('says what it holds, and whose work it is without its markup', async () => {
    expect(await read(ARCHIVE)).toEqual({
      ok: true,
      facts: {
        ...{ tiles: 'vector', layers: ['water', 'pois'], attribution: '© OpenStreetMap' },
        ...{ box: [104.7, 10, 105.6, 11], minZoom: 0, maxZoom: 0 },
      },
    })
    const pictures = await read(tileArchive({ tileType: 2, metadata: '{}' }))
    expect(pictures).toMatchObject({ facts: { tiles: 'raster', layers: [], attribution: '' } })
  })

  it.each([
    ['not_an_archive', new TextEncoder().encode('{"type":"FeatureCollection"}')],
    ['not_an_archive', new Uint8Array()],
    ['older_version', tileArchive({ version: 2 })],
    ['older_version', Uint8Array.from([0x50, 0x4d, 2, 0, 1, 2, 3, 4])],
    ['cut_off', ARCHIVE.slice(0, 60)],
    ['cut_off', ARCHIVE.slice(0, -1)],
    ['tile_type', tileArchive({ tileType: 5 })],
    ['compression', tileArchive({ tileCompression: 3 })],
    ['zoom', tileArchive({ minZoom: 9, maxZoom: 3 })],
    ['zoom', tileArchive({ maxZoom: 30 })],
    ['metadata', tileArchive({ metadata: 'no json' })],
    ['metadata', tileArchive({ metadata: `"${'a'.repeat(5_000_000)}"` })],
  ])('is refused as %s before any tile of it is read', async (fault, bytes) => {
    expect(await read(bytes)).toEqual({ ok: false, fault })
  })

  it('is never more than a megabyte to read, whatever its header says', async () => {
    let asked = 0
    const source = {
      bytes: Number.MAX_SAFE_INTEGER,
      read: async (offset: number, length: number) => {
        asked += length
        return ARCHIVE.slice(offset, offset + length)
      },
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 90, maxLength: 90 }), async (noise) => {
        const bytes = Uint8Array.from([...ARCHIVE.slice(0, 8), ...noise, ...ARCHIVE.slice(98)])
        asked = 0
        await readArchive({
          ...source,
          read: async (o, l) => source.read(o, l).then(() => bytes.slice(o, o + l)),
        })
        expect(asked).toBeLessThan(1_100_000)
      }),
      { seed: 3, numRuns: 50 },
    )
  })
})

const RANGES: readonly (readonly [string, ReturnType<typeof askedRange>])[] = [
  ['bytes=0-9', { first: 0, last: 9 }],
  ['bytes=990-2000', { first: 990, last: 999 }],
  ['bytes=-10', { first: 990, last: 999 }],
  ['bytes=-5000', { first: 0, last: 999 }],
  ['bytes=5-', { first: 5, last: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['', null],
  ['bytes=-', null],
  ['bytes=9-5', null],
  ['bytes=a-b', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
]

describe('a range', () => {
  it.each(RANGES)('%s of a thousand bytes is %o', (header, expected) => {
    expect(askedRange(header, 1_000)).toEqual(expected)
  })

  it('is never longer than a tile needs', () => {
    expect(askedRange('bytes=7-', 1e12)).toEqual({ first: 7, last: 6 + MOST_BYTES })
  })
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

describe('an archive of this machine', () => {
  it('is kept whole under what stands for it, and those before it are taken out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goc-maps-'))
    const directory = join(folder, 'maps')
    const kept: string[] = []
    for (const maxZoom of [0, 1]) {
      const path = join(folder, `${maxZoom}.pmtiles`)
      writeFileSync(path, tileArchive({ maxZoom }))
      const file = await fileArchive(path)
      const version = await file.version()
      expect(await readArchive(file)).toMatchObject({ ok: true, facts: { maxZoom } })
      await file.close()
      await keepArchive({ path, directory, version })
      await removeOtherArchives(directory, version)
      expect(readdirSync(directory)).toEqual([archiveName(version)])
      expect(readFileSync(join(directory, archiveName(version)))).toEqual(readFileSync(path))
      kept.push(version)
    }
    expect(new Set(kept).size).toBe(2)
    await removeOtherArchives(directory, null)
    expect(readdirSync(directory)).toEqual([])
    await expect(fileArchive(folder)).rejects.toThrow('Không đọc được')
    rmSync(folder, { recursive: true })
  })
})

describe('an archive elsewhere', () => {
  afterEach(() => vi.unstubAllGlobals())
  const origin = 'https://tem.example.vn'
  const answering = (status: number, headers: Record<string, string>) =>
    vi.stubGlobal('fetch', async () => new Response(Uint8Array.from(ARCHIVE), { status, headers }))
  const parts = { 'content-range': `bytes 0-9/${ARCHIVE.length}` }

  it('is read as a browser will read it, and another one has another version', async () => {
    answering(206, { ...parts, 'access-control-allow-origin': origin })
    const one = await remoteArchive('https://t.example.vn/a.pmtiles', { origin })
    expect(await readArchive(one)).toMatchObject({ ok: true })
    answering(206, { ...parts, 'access-control-allow-origin': '*', etag: '"2"' })
    const other = await remoteArchive('https://t.example.vn/a.pmtiles', { origin })
    expect(await one.version()).not.toBe(await other.version())
  })

  it.each([
    ['http://t.example.vn/a.pmtiles', 206, {}],
    ['https://t.example.vn/a.pmtiles', 200, { 'access-control-allow-origin': '*' }],
    ['https://t.example.vn/a.pmtiles', 206, { ...parts }],
    [
      'https://t.example.vn/a.pmtiles',
      206,
      { ...parts, 'access-control-allow-origin': 'https://x' },
    ],
  ])('is refused where browsers could not read it (%s, %i, %o)', async (url, status, headers) => {
    answering(status, headers)
    await expect(remoteArchive(url, { origin })).rejects.toThrow(/https|Range|CORS/)
  })
})
