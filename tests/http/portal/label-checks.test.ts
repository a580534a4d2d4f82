import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { DetailModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, makeUnits, NOW } from '../../support/factories.ts'
import { newItemId, outboxApp } from '../../support/outbox/outbox-app.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const PATH = '/portal/label-checks'

let db: Database
let person: Person
let inspector: PortalApp
let stranger: PortalApp
let url: string

beforeAll(async () => {
  db = (await freshDatabase()).db
  await makeUnits(db, [['91', 'Tỉnh An Giang']])
  const ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  const { run, batch } = await makeRun(ctx)
  await db.run(`UPDATE site SET province_code = '91' WHERE id = '${batch.area.siteId}'`)
  url = (await collectLabels(await reprint({ ctx, input: { runId: run.id } })))[0]?.url ?? ''
  person = await makePerson(db, 'inspector', { place: HERE })
  inspector = portalApp(db, person)
  const elsewhere = { provinceCode: '15', communeCode: null }
  stranger = portalApp(db, await makePerson(db, 'inspector', { place: elsewhere }))
})

type Check = Readonly<Record<string, unknown>>

const check = (given: Check = {}): Check => ({
  ...{ scanned: url, authenticity: 'genuine', standing: 'clear', mode: 'online' },
  ...{ checkedAt: NOW - 60_000, ...given },
})

async function send(checks: readonly Check[], id = newItemId()) {
  const item = { id, v: 1, kind: 'label_checks', happenedOn: '2026-06-15', madeAt: NOW }
  const clock = { offsetMs: 600_000, measuredAt: NOW }
  return outboxApp(db, person).statuses({ ...item, clock, body: { checks } })
}

const list = async (app: PortalApp, path = PATH) =>
  (await app.get(path as `/portal${string}`)).model as RecordListModel
const texts = (rows: RecordListModel['rows']) => rows.map((row) => row.map(({ text }) => text))

describe('checks of labels on the spot', () => {
  it('are listed by round for inspectors of the place, with what each found', async () => {
    expect((await list(inspector)).rows).toEqual([])
    const id = newItemId()
    const place = { latitude: 10.375, longitude: 105.4376, accuracyM: 12 }
    const round = [
      check({ note: 'Sạp 12', place }),
      check({ standing: 'notice' }),
      check({ standing: 'stop' }),
      check({ authenticity: 'forged', standing: null, scanned: `${url.slice(0, -1)}X` }),
      check({ authenticity: 'unknown', standing: null, mode: 'offline', listIssuedAt: NOW }),
    ]
    expect(await send(round, id)).toEqual(['stored'])
    expect(await send(round, id)).toEqual(['already'])
    const { rows } = await list(inspector)
    expect(texts(rows)).toEqual([['15/06/2026', 'Tỉnh An Giang', '5', '2', '1', '1', '1']])
    expect(rows[0]?.[0]).toMatchObject({ href: `${PATH}/${id}`, small: person.name })
    expect(rows[0]?.[1]?.small).toBe('Sạp 12')
    const shown = (await inspector.get(`${PATH}/${id}`)).model as DetailModel
    const [doubtful, genuine] = shown.sections.map((section) => section.table?.rows ?? [])
    expect(doubtful?.map((row) => row[1]?.text)).toEqual([
      ...['Tem thật, hàng phải dừng', 'Tem giả', 'Chưa xác minh được'],
    ])
    expect(genuine).toHaveLength(2)
    const facts = new Map(shown.facts.map(({ label, text }) => [label, text]))
    expect(facts.get('Tọa độ')).toBe('10.37500, 105.43760')
    expect(facts.get('Đồng hồ máy lệch')).toBe('10 phút')
    expect((await list(stranger)).rows).toEqual([])
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404)
    expect((await inspector.get(`${PATH}/none`)).status).toBe(404)
  })

  it('go on to a second page, newest first, each once', async () => {
    for (let n = 0; n < 55; n++) await send([check({ note: `vòng ${n}` })])
    const first = await list(inspector)
    expect(first.rows).toHaveLength(50)
    const second = await list(inspector, first.paging?.olderHref ?? '')
    expect(second.rows).toHaveLength(6)
    const hrefs = [...first.rows, ...second.rows].map(([cell]) => cell?.href)
    expect(new Set(hrefs).size).toBe(56)
    expect((await inspector.get(`${PATH}?cursor=x`)).status).toBe(400)
  })

  it('stand with what is known of the batch, and reports of shoppers do', async () => {
    await inspector.ask('/api/v1/outbox', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        items: [
          {
            ...{ id: newItemId(), v: 1, kind: 'report', happenedOn: '2026-06-15', madeAt: NOW },
            ...{ clock: null, body: { reason: 'spoiled', label: url, shop: 'Sạp 7' } },
          },
        ],
      }),
    })
    const path = `/portal/scan?code=${encodeURIComponent(url)}` as const
    const shown = (await inspector.get(path)).model as DetailModel
    const section = (id: string) => shown.sections.find((each) => each.id === id)
    expect(section('checks')?.table?.rows).toHaveLength(30)
    expect(section('checks')?.table?.rows[0]?.[3]?.text).toBe(person.name)
    expect(section('reports')?.table?.rows.map((row) => row[2]?.text)).toEqual(['Sạp 7'])
    // Whoever answers for another place sees neither.
    const others = (await stranger.get(path)).model as DetailModel
    expect(others.sections.some(({ id }) => id === 'checks' || id === 'reports')).toBe(false)
  })
})
