import { createClient } from '@libsql/client'
import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { register } from '../../../scripts/commands/token.ts'
import { checkTexts } from '../../../scripts/lib/check-texts.ts'
import { composeText, textFault } from '../../../worker/lib/text/sound-text.ts'
import { SCOPES } from '../../../worker/verbs/context.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { lineField } from '../../../worker/verbs/guard/fields.ts'
import { soundInput } from '../../../worker/verbs/guard/sound-input.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { buildXlsx } from '../../support/sheets/xlsx-builder.ts'
import { importContext, importFile } from '../../unit/verbs/imports/import-support.ts'
import { publicApp } from '../public/support.ts'
import { HERE, shown } from './sites-support.ts'

// Whatever anybody sends, by whatever way, is refused with a reason or stands in the database sound.
const RUNS = { numRuns: 60 }
const ODD = ['\ud83d', '\udc00', '\u202e', '\u2066', '\0', '\u0007', '\u0085', '\v', '\u0301']
const PLAIN = ['a', 'Đ', '😀', 'ế'.normalize('NFD'), '\n', '"', '\\ud83d', '\\', '[', '{', '<', ' ']
const piece = fc.oneof(
  fc.constantFrom(...ODD),
  fc.constantFrom(...PLAIN),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const anyText = fc.array(piece, { maxLength: 12 }).map((parts) => `x${parts.join('')}`)

let test: TestDatabase

beforeAll(async () => {
  test = await freshDatabase()
  await makeUnits(test.db, [
    ['91', HERE.provinceName],
    [HERE.communeCode, HERE.communeName, '91'],
  ])
})

afterAll(async () => {
  const client = createClient({ url: test.url })
  const wrong = []
  for await (const each of checkTexts(client, { mend: false })) wrong.push(each)
  client.close()
  expect(wrong).toEqual([])
})

/** Refused with the name of the field, or stored: composed, whole and with nothing unseen in it. */
function expectSound(texts: readonly unknown[]): void {
  for (const text of texts) {
    expect(text).toBeTypeOf('string')
    expect([textFault(String(text)), String(text)]).toEqual([null, String(text).normalize('NFC')])
  }
}

describe('any text', () => {
  it('in the JSON of a write is refused by the name of its field, or stored sound', async () => {
    const ctx = makeContext(test.db)
    const { token } = await createToken({ ctx, input: { name: 'thử', scopes: [...SCOPES] } })
    const organisationId = (await makeOrganisation(ctx)).id
    const app = publicApp(test.db)
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (name, warning) => {
        const body = { name: `${name}${unique()}`, warnings: [warning], organisationId }
        const { status, body: answer } = await app.askJson('/api/v1/products', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        if (status === 201) {
          const [row] = await test.db.all<{ name: string; warnings: string }>(
            sql`SELECT name, warnings FROM product WHERE id = ${answer.id}`,
          )
          return expectSound([row?.name, JSON.parse(row?.warnings ?? '[]')[0]])
        }
        expect([status, answer.code]).toEqual([400, 'invalid_input'])
        const fields = answer.errors.map(({ path }: { path: string }) => path.split('.')[0])
        expect(fields.length).toBeGreaterThan(0)
        for (const field of fields) expect(['name', 'warnings']).toContain(field)
      }),
      RUNS,
    )
  })

  it('that shows nothing is none: a name of joiners and fillers is missing', () => {
    const unseen = ['\u200b', ' \u2060\ufeff\n', '\u3164', '\u00ad\u00ad']
    const name = lineField(100)
    for (const text of unseen) {
      expect(soundInput({ text })).toEqual({ input: { text: '' }, errors: [] })
      expect(name.safeParse(composeText(text)).success).toBe(false)
    }
    // What joins letters and emoji stays.
    for (const text of ['👨\u200d👩\u200d👧', 'Lê\u200bMinh']) expect(composeText(text)).toBe(text)
  })

  it('in a form is stored sound, or comes back with a reason', async () => {
    const ctx = makeContext(test.db)
    const app = portalApp(test.db, await makePerson(test.db, 'admin'))
    const { id } = await makeSite(ctx, { ...HERE })
    const path = `/portal/sites/${id}/edit`
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (name, hamlet) => {
        const { form, hidden } = shown(await app.get(path), 'portal/sites/edit')
        const version = hidden[0]?.value ?? ''
        const answer = await app.post(path, { ...form.values, version, name, hamlet })
        expect([303, 400]).toContain(answer.status)
        const [row] = await test.db.all<{ name: string; hamlet: string | null }>(
          sql`SELECT name, hamlet FROM site WHERE id = ${id}`,
        )
        expectSound([row?.name, row?.hamlet ?? ''])
      }),
      RUNS,
    )
    await app.settle()
  })

  it('in the name of a file is stored sound', async () => {
    const app = portalApp(test.db, await makePerson(test.db, 'admin'))
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const file = new File([`Mã số\nVN-AGOR-${unique()}`], `${name}.csv`)
        const { status } = await app.post('/portal/imports/new', { kind: 'codes', file })
        expect([303, 400]).toContain(status)
      }),
      RUNS,
    )
    const rows = await test.db.all<{ name: string }>(sql`SELECT file_name AS name FROM upload`)
    expect(rows.length).toBeGreaterThan(0)
    expectSound(rows.map(({ name }) => name))
  })

  it('in the query of a page finds or does not', async () => {
    const app = publicApp(test.db)
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const q = encodeURIComponent(text.toWellFormed())
        for (const query of [`q=${q}`, `unit=${q}`, `crop=${q}`, 'q=%ED%A0%80', `cursor=${q}`]) {
          for (const path of ['/codes', '/api/v1/codes', '/notices', `/codes/${q}`]) {
            const { status } = await app.ask(`${path}?${query}`)
            expect([`${path}?${query}`, status < 500]).toEqual([`${path}?${query}`, true])
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('in a cell is read sound, with its place where anything was mended', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, asXlsx) => {
        const bytes = asXlsx
          ? buildXlsx({ sheets: [{ name: 'Trang 1', rows: [['Mã'], [escaped(text)]] }] })
          : new TextEncoder().encode(`Mã\n"${text.replaceAll('"', '""')}"`)
        const reading = readWorkbook(bytes, { fileName: asXlsx ? 'a.xlsx' : 'a.csv' })
        if (!reading.ok) {
          expect(reading.problem.message).toMatch(/\.$/)
          return
        }
        const { sheets, warnings } = reading.workbook
        const read = sheets[0]?.rows.flatMap(({ cells }) => cells) ?? []
        expectSound(read.filter((cell) => typeof cell === 'string'))
        if (asXlsx && !text.isWellFormed()) {
          expect(warnings.map(({ message }) => message)).toContainEqual(
            expect.stringMatching(/^Ô A2/),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('in a list of codes goes into the register sound, or its row is refused', async () => {
    const heading = [
      'Mã số',
      'Tên vùng trồng',
      'Chủ sở hữu',
      'Xã',
      'Tỉnh',
      'Cây trồng',
      'Thị trường',
    ]
    const rest = ['Trạng thái', 'Ngày cấp', 'Số quyết định']
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 4 }), async (given) => {
        const rows = given.map(([name, holder]) => [
          ...[`VN-AGOR-${7_000 + unique()}`, escaped(name), escaped(holder)],
          ...[HERE.communeName, 'An Giang', 'Xoài', 'Trung Quốc', 'Đang hoạt động'],
          ...['05/01/2026', '12/QĐ'],
        ])
        const bytes = buildXlsx({
          sheets: [{ name: 'Trang 1', rows: [[...heading, ...rest], ...rows] }],
        })
        const file = { bytes, fileName: `d\u202e${'😀'.repeat(160)}.xlsx` }
        if (rows.length > 0) await importFile(importContext(test.db), 'codes', file)
      }),
      { numRuns: 15 },
    )
    const rows = await test.db.all<{ name: string; holder: string }>(
      sql`SELECT s.name, o.name AS holder FROM site s JOIN organisation o ON o.id = s.organisation_id
        JOIN code c ON c.site_id = s.id`,
    )
    expect(rows.length).toBeGreaterThan(5)
    expectSound(rows.flatMap(({ name, holder }) => [name, holder]))
    const runs = await test.db.all<{ name: string }>(sql`SELECT file_name AS name FROM import_run`)
    expectSound(runs.map(({ name }) => name))
  }, 60_000)

  it('of a command is refused with a reason, or stored sound', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const program = new Command('goc').exitOverride()
        register(program, async () => ({
          ...{ ctx: makeContext(test.db), origin: '', ownHosts: new Set() },
          ...{ databaseUrl: test.url, authToken: undefined, close: async () => undefined },
        }))
        const refusal = await program
          .parseAsync(['token', 'create', `--name=${name}`], { from: 'user' })
          .then(() => null)
          .catch((error: unknown) => error)
        if (refusal === null) return
        expect(refusal).toBeInstanceOf(Problem)
        expect(refusal).toMatchObject({ code: 'invalid_input', errors: [{ path: 'name' }] })
      }),
      RUNS,
    )
    out.mockRestore()
    err.mockRestore()
    const rows = await test.db.all<{ name: string }>(sql`SELECT name FROM api_token`)
    expect(rows.length).toBeGreaterThan(5)
    expectSound(rows.map(({ name }) => name))
  })
})

/** As Excel writes what XML cannot hold (ECMA-376 part 1, 22.4.2.4). */
function escaped(text: string): string {
  return text
    .split('')
    .map((unit) => {
      const code = unit.charCodeAt(0)
      const isOdd =
        (code < 32 && code !== 10) || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe
      return isOdd ? `_x${code.toString(16).padStart(4, '0').toUpperCase()}_` : unit
    })
    .join('')
}
