import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { DICTIONARIES } from '../../../worker/domain/codes/open-data-dictionary.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { makeCode, setStatus } from '../../support/factories.ts'
import { mangoArea, registerApp } from './register-support.ts'

const FILES = ['codes.csv', 'codes.json', 'suspensions.csv', 'dictionary.csv']

/** A register with something in every place of it. */
async function filled() {
  const { ctx, ask } = await registerApp()
  const place = await mangoArea(ctx)
  const made = await makeCode(ctx, { siteId: place.id })
  const decision = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
  await setStatus(ctx, { ...decision, effectiveOn: '2026-06-01' })
  const text = async (file: string) => (await ask(`/open-data/${file}`)).text()
  return { ask, text }
}

const columnsOf = (file: string) =>
  DICTIONARIES.find((each) => each.file === file)?.entries.map(({ column }) => column)

/** Every way to a plain value, with `[]` for each of a list. */
function waysIn(value: unknown, way = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => waysIn(each, `${way}[]`))
  if (typeof value !== 'object' || value === null) return [way]
  return Object.entries(value).flatMap(([name, each]) =>
    waysIn(each, way === '' ? name : `${way}.${name}`),
  )
}

describe('the dictionary of the open data', () => {
  it('names every column of each CSV in its order', async () => {
    const { text } = await filled()
    for (const file of ['codes.csv', 'suspensions.csv']) {
      const [head = ''] = (await text(file)).split('\r\n')
      expect([file, head.split(',')]).toEqual([file, columnsOf(file)])
    }
  })

  it('names every field of the JSON, and none that is not there', async () => {
    const { text } = await filled()
    const ways = new Set(waysIn(JSON.parse(await text('codes.json'))))
    expect([...ways].toSorted()).toEqual(columnsOf('codes.json')?.toSorted())
  })

  it('says of each what it means and where it comes from, and the unit of what is measured', () => {
    for (const { file, entries } of DICTIONARIES) {
      for (const { column, type, unit, text } of entries) {
        for (const lang of LANGUAGES) expect([file, column, text[lang]]).not.toContain('')
        expect([file, column, unit === null]).toEqual([file, column, type === 'text'])
      }
    }
  })

  it('is a file itself, which the others lead to', async () => {
    const { ask, text } = await filled()
    const { data } = Papa.parse<string[]>((await text('dictionary.csv')).trim())
    const [head = [], ...rows] = data
    expect(head.slice(0, 4)).toEqual(['file', 'column', 'type', 'unit'])
    expect(rows.map(([file, column]) => [file, column])).toEqual(
      DICTIONARIES.flatMap(({ file, entries }) => entries.map(({ column }) => [file, column])),
    )
    for (const row of rows) expect(row).toHaveLength(head.length)
    for (const file of FILES.slice(0, 3)) {
      const link = (await ask(`/open-data/${file}`)).headers.get('link')
      expect([file, link]).toEqual([
        file,
        expect.stringContaining('</open-data/dictionary.csv>; rel="describedby"'),
      ])
    }
  })

  it('is part of the tag of every file, which another software makes of the same register', async () => {
    const { ask, text } = await filled()
    const digest = createHash('sha256')
      .update(`\ufeff${await text('dictionary.csv')}`)
      .digest('hex')
    for (const file of FILES.slice(0, 3)) {
      const tag = (await ask(`/open-data/${file}`)).headers.get('etag')
      expect([file, tag]).toEqual([file, expect.stringContaining(digest.slice(0, 8))])
    }
  })

  it('and every other file end their lines alike', async () => {
    const { text } = await filled()
    for (const file of FILES) {
      const body = await text(file)
      expect([file, body.endsWith('\r\n'), /[^\r]\n|\r[^\n]/.test(body)]).toEqual([
        file,
        true,
        false,
      ])
    }
  })
})
