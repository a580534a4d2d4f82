import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileArchive, keepArchive, removeOtherArchives } from '../../../scripts/lib/map-archives.ts'
import { remoteArchive } from '../../../scripts/lib/remote-archive.ts'
import { archiveName } from '../../../worker/domain/sites/map-background.ts'
import { askedRange, MOST_BYTES } from '../../../worker/http/byte-range.ts'
import { readArchive } from '../../../worker/lib/tiles/read-archive.ts'
import { readBytes, tileArchive } from '../../support/tile-archive.ts'

const ARCHIVE = tileArchive()

describe('an archive', () => {
  it('says what it holds, and whose work it is without its markup', async () => {
    expect(await readBytes(ARCHIVE)).toEqual({
      ok: true,
      facts: {
        ...{ tiles: 'vector', layers: ['water', 'pois'], attribution: '© OpenStreetMap' },
        ...{ box: [104.7, 10, 105.6, 11], minZoom: 0, maxZoom: 0 },
      },
    })
    const pictures = await readBytes(tileArchive({ tileType: 2, metadata: '{}' }))
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
    expect(await readBytes(bytes)).toEqual({ ok: false, fault })
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
