import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { bookEntriesSource } from '../../../db/queries/season-book.ts'
import { season } from '../../../db/schema/index.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeDiaryEvent, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { canReadSheets } from '../../support/read-sheet.ts'
import { keeper, makeHousehold, recordId, SPRAY } from '../../unit/verbs/diary/diary-support.ts'

let test: TestDatabase
let diary: Awaited<ReturnType<typeof keeper>>
let producer: PortalApp

beforeAll(async () => {
  test = await freshDatabase()
  diary = await keeper(test)
  producer = portalApp(test.db, diary.person)
})

async function makeSeason(given: Partial<typeof season.$inferInsert> = {}): Promise<string> {
  const id = `season-${unique()}`
  const { site } = diary
  await test.db.insert(season).values({
    ...{ id, siteId: site.id, organisationId: site.organisationId, crop: 'Xoài' },
    ...{ cropFolded: 'xoai', variety: 'Cát Hòa Lộc', startsOn: '2026-01-01' },
    ...{ expectedFromOn: '2026-06-01', expectedToOn: '2026-07-01', expectedYieldKg: 12_000 },
    ...{ standard: 'vietgap_2017', markets: ['CHN'], createdAt: 0, ...given },
  })
  return id
}

async function fileOf(id: string, format: string, app = producer) {
  const { response, status } = await app.get(`/portal/seasons/${id}/book/${format}`)
  return { status, bytes: new Uint8Array(await response.arrayBuffer()), response }
}

function kept(bytes: Uint8Array, name: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'season-book-')), name)
  writeFileSync(file, bytes)
  return file
}

/** As poppler reads it; words of one cell may stand on several lines. */
function textOf(pdf: Uint8Array, as: '-layout' | '-raw' = '-layout'): string {
  const file = kept(pdf, 'book.pdf')
  return execFileSync('pdftotext', [as, file, '-'], { encoding: 'utf8' })
}

/** Sheets by name, each a list of rows of texts, as Python’s own zip and XML readers see them. */
function sheetsOf(xlsx: Uint8Array): Record<string, string[][]> {
  const read = `
import json, sys, zipfile
import xml.etree.ElementTree as tree
M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
root = lambda name: tree.fromstring(book.read(name))
targets = {each.get('Id'): each.get('Target') for each in root('xl/_rels/workbook.xml.rels')}
sheets = {}
for sheet in root('xl/workbook.xml').iter(M + 'sheet'):
    rows = []
    for row in root('xl/' + targets[sheet.get(R + 'id')]).iter(M + 'row'):
        rows.append([''.join(cell.itertext()) for cell in row])
    sheets[sheet.get('name')] = rows
print(json.dumps(sheets))`
  const file = kept(xlsx, 'book.xlsx')
  return JSON.parse(execFileSync('python3', ['-c', read, file], { encoding: 'utf8' }))
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.error('python3 is missing: workbooks of seasons are not read by another program')
    return false
  }
}

const harvest = (value: string) => ({
  kind: 'harvest',
  values: { quantity: { value, unit: 'ta' }, crop: 'Xoài', operator: 'Tổ hái' },
})

describe('the book of a season', () => {
  let id: string
  beforeAll(async () => {
    id = await makeSeason()
    const { site } = diary
    const household = await makeHousehold(test, site.id, 'Hộ Nguyễn Văn Mẫu')
    const sprayed = recordId()
    await diary.record(
      { householdIds: [household.id], onBehalfOf: 'Bà Tư' },
      { happenedOn: '2026-05-20', id: sprayed },
    )
    const values = { ...SPRAY, dose: { value: '20', unit: 'ml/binh16' } }
    await diary.correct({ entryId: sprayed, reason: 'Ghi nhầm liều', values })
    await diary.record(harvest('35'), { happenedOn: '2026-06-12' })
    await diary.record(harvest('41,5'), { happenedOn: '2026-06-14' })
    const taken = recordId()
    await diary.record({ kind: 'other', values: { topic: 'Việc rút lại' } }, { id: taken })
    await diary.correct({ entryId: taken, reason: 'Nhầm', takeBack: true })
    await makeDiaryEvent(diary.ctx, {
      ...{ siteId: site.id, kind: 'fertiliser', occurredOn: '2026-03-01' },
      ...{ summary: 'Bón lót', details: { product: 'Phân hữu cơ ủ', quantity: 2, unit: 'tấn' } },
    })
    const outside = { siteId: site.id, kind: 'irrigation', occurredOn: '2025-12-31' }
    await makeDiaryEvent(diary.ctx, { ...outside, summary: 'Ngoài vụ', details: {} })
  })

  it.runIf(canReadSheets)(
    'as PDF tells each standing entry once, with who wrote it and why it was corrected',
    async () => {
      const { status, bytes, response } = await fileOf(id, 'pdf')
      expect(status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/pdf')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      const text = textOf(bytes)
      // Cell after cell, wherever the lines of one are broken.
      const words = textOf(bytes, '-raw').replace(/\s+/g, ' ')
      for (const said of [
        ...['Sổ nhật ký sản xuất', diary.person.organisationName, 'Xoài', 'Cát Hòa Lộc'],
        ...['VietGAP (TCVN 11892-1:2017)', 'Trung Quốc', '12.000', 'Phun thuốc bảo vệ thực vật'],
        ...['Anvil 5SC', 'Hexaconazole', '20/05/2026', 'ghi thay Bà Tư', 'Văn Mẫu', 'Ghi nhầm'],
        ...['Phân hữu cơ', '2 tấn', 'Bón lót', 'Tổng thu hoạch theo nhật ký: 7.650'],
        ...['chưa báo', 'Tổng hợp', 'Chuyên gia đánh giá', 'Trang 1', 'muộn 26', 'ngày'],
      ]) {
        expect(words).toContain(said)
      }
      expect(text.match(/20\/05\/2026/g)).toHaveLength(1)
      expect(text).not.toContain('Việc rút lại')
      expect(text).not.toContain('Ngoài vụ')
      expect(text.indexOf('Bón phân')).toBeLessThan(text.indexOf('Phun thuốc bảo vệ'))
    },
  )

  it.runIf(hasPython())(
    'as a workbook has a sheet for each kind of work, with figures that add up',
    async () => {
      const { status, bytes } = await fileOf(id, 'xlsx')
      expect(status).toBe(200)
      const sheets = sheetsOf(bytes)
      expect(Object.keys(sheets)).toEqual([
        ...['Thông tin chung', 'Bón phân', 'Phun thuốc bảo vệ thực vật', 'Thu hoạch'],
      ])
      const [head = [], ...rows] = sheets['Thu hoạch'] ?? []
      const at = head.findIndex((name) => name.includes('(kg)'))
      expect(at).toBeGreaterThan(0)
      const row = rows.map((cells) => cells.find((cell) => /^(3500|4150)$/.test(cell)))
      expect(row).toEqual(['3500', '4150'])
      const sprayed = (sheets['Phun thuốc bảo vệ thực vật'] ?? []).slice(1)
      expect(sprayed).toHaveLength(1)
      expect(sprayed[0]?.join('\n')).toContain('Ghi nhầm liều')
    },
  )

  it('is theirs who may read the diary, in a form there is', async () => {
    const stranger = portalApp(test.db, await makePerson(test.db, 'producer'))
    expect((await fileOf(id, 'pdf', stranger)).status).toBe(404)
    expect((await fileOf(id, 'docx')).status).toBe(404)
    expect((await fileOf('nothing', 'pdf')).status).toBe(404)
  })

  it.runIf(canReadSheets)(
    'of a household holds its own entries and those of the whole area',
    async () => {
      const { site } = diary
      const [own, other] = [
        await makeHousehold(test, site.id, 'Hộ Một'),
        await makeHousehold(test, site.id, 'Hộ Hai'),
      ]
      const grown = { crop: 'Ổi', cropFolded: 'oi', startsOn: '2026-06-01' }
      const mine = await makeSeason({ ...grown, householdId: own.id, householdName: own.name })
      const note = (said: string) => ({ kind: 'other', values: { topic: said } })
      await diary.record({ ...note('Của hộ một'), householdIds: [own.id], seasonId: mine })
      await diary.record({ ...note('Của hộ hai'), householdIds: [other.id] })
      const text = textOf((await fileOf(mine, 'pdf')).bytes)
      expect(text).toContain('Của hộ một')
      expect(text).not.toContain('Của hộ hai')
    },
  )

  it.runIf(canReadSheets)('without entries says so', async () => {
    const empty = await makeSeason({ startsOn: '2026-06-15', crop: 'Mít', cropFolded: 'mit' })
    expect(textOf((await fileOf(empty, 'pdf')).bytes)).toContain('chưa có dòng nhật ký nào')
  })

  it('is read along an index', async () => {
    const season = { id: 'x', siteId: 's', startsOn: '2026-01-01' }
    const after = { occurredOn: '2026-01-05', id: 'y' }
    const asked = { season, toOn: '2026-02-01', kind: 'harvest', after, limit: 10 }
    const plan = await test.db.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT diary_event.id FROM ${bookEntriesSource(asked)}`,
    )
    const steps = plan.map(({ detail }) => detail).join()
    expect(steps).toMatch(/SEARCH diary_event USING INDEX diary_event_(by_kind|harvest)/)
    expect(steps).not.toContain('SCAN diary_event')
  })
})
