import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  evidence,
  finding,
  inspection,
  notification,
  suspensionProposal,
} from '../../../db/schema/index.ts'
import { type InspectionDraft, newInspection } from '../../../site/app/inspect/inspection-draft.ts'
import { readInspection } from '../../../site/app/inspect/read-inspection.ts'
import { saveInspection } from '../../../site/app/inspect/save-inspection.ts'
import type { NewRecord } from '../../../site/app/outbox/add-record.ts'
import type { App } from '../../../site/app/state/app-context.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { OutboxItem } from '../../../worker/domain/outbox/outbox-item.ts'
import { textPaper } from '../../../worker/lib/print/text-paper.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { minutesPaper } from '../../../worker/verbs/inspections/minutes-paper.ts'
import { showInspection } from '../../../worker/verbs/inspections/show-inspection.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, NOW, unique } from '../../support/factories.ts'
import { FINDING, kitOf, minutesItem, SIGNED, SOUND_ANSWERS } from '../../support/inspections.ts'
import { type OutboxApp, outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makeJpeg, withMoment } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const files = memoryFiles()

let db: Database
let inspector: Person
let app: OutboxApp
let site: { id: string; organisationId: string }
let holder: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  inspector = await makePerson(db, 'inspector', { place: HERE })
  app = outboxApp(db, inspector, { files })
  site = await place()
  const { organisationId } = site
  holder = portalApp(db, await makePerson(db, 'producer', { organisationId }), { files })
})

const place = (given: Place = HERE, kind = 'growing_area') =>
  makeSite(makeContext(db), { ...given, kind, name: `Vùng thử ${unique()}` })

const read = async (id: string) => {
  const [row] = await db.select().from(inspection).where(eq(inspection.id, id))
  if (row === undefined) throw new Error(`no inspection ${id}`)
  return row
}

const findingsOf = (id: string) =>
  db.select().from(finding).where(eq(finding.inspectionId, id)).orderBy(finding.text)

async function photo() {
  const bytes = withMoment(await makeJpeg({ width: 16 + unique(), height: 16 }))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function stored(body: object, given: Partial<OutboxItem> = {}): Promise<string> {
  const item = minutesItem({ siteId: site.id, ...body }, given)
  expect(await app.statuses(item)).toEqual(['stored'])
  return item.id
}

const WRONG = {
  answers: { ...SOUND_ANSWERS, weeds_cleared: 'no' },
  outcome: 'passed_with_actions',
  findings: [{ ...FINDING, question: 'weeds_cleared', text: 'Cỏ chưa dọn' }],
}

describe('minutes sent from a device', () => {
  it('are stored once, at one moment and a week later, from a phone whose clock is years ahead', async () => {
    const there = await place()
    const item = minutesItem(
      { siteId: there.id },
      { happenedOn: '2031-01-01', madeAt: Date.parse('2031-01-01T02:00:00Z'), clock: null },
    )
    const all = await Promise.all(Array.from({ length: 4 }, () => app.statuses(item)))
    expect(all.flat().toSorted()).toEqual([...Array(3).fill('already'), 'stored'])
    expect(await read(item.id)).toMatchObject({
      ...{ inspectedOn: '2026-06-15', saidOn: '2031-01-01', dayState: 'later', secondOf: null },
      ...{ outcome: 'passed', provinceCode: '91', answers: SOUND_ANSWERS },
    })
    expect(await app.statuses({ ...item, body: { ...item.body, conclusion: 'khác' } })).toEqual([
      'refused id_reused',
    ])
  })

  it('of a second inspector on the same day are kept too, and told apart', async () => {
    const there = await place()
    const colleague = outboxApp(db, await makePerson(db, 'inspector', { place: HERE }), { files })
    const items = [minutesItem({ siteId: there.id }), minutesItem({ siteId: there.id })]
    const [first, second] = items.map(({ id }) => id)
    await Promise.all([app.statuses(items[0]), colleague.statuses(items[1])])
    const marks = [await read(first ?? ''), await read(second ?? '')].map(
      ({ secondOf }) => secondOf,
    )
    expect(marks.filter((mark) => mark === null)).toHaveLength(1)
    expect([first, second]).toContain(marks.find((mark) => mark !== null))
    const next = minutesItem({ siteId: there.id }, { happenedOn: '2026-06-14' })
    await app.statuses(next)
    expect((await read(next.id)).secondOf).toBeNull()
  })

  it('wait for a photo that failed half-way, and then hold all of them with place and time', async () => {
    const [one, two] = [await photo(), await photo()]
    const body = {
      ...{ siteId: site.id, ...WRONG },
      answers: { ...WRONG.answers, photos: [one.sha256] },
      findings: WRONG.findings.map((each) => ({ ...each, photos: [two.sha256] })),
    }
    const item = minutesItem(body)
    await app.put(one.sha256, one.bytes)
    expect(await app.statuses(item)).toEqual(['later photo_missing'])
    expect((await app.put(two.sha256, two.bytes.subarray(0, 40))).status).toBe(400)
    await app.put(two.sha256, two.bytes)
    expect(await app.statuses(item, item)).toEqual(['stored', 'already'])
    const row = await read(item.id)
    expect(row.photos.map(({ sha256 }) => sha256).toSorted()).toEqual(
      [one.sha256, two.sha256].toSorted(),
    )
    expect(row.photos[0]?.takenAt).not.toBeNull()
    const [found] = await findingsOf(item.id)
    const [proof] = await db
      .select()
      .from(evidence)
      .where(eq(evidence.entityId, found?.id ?? ''))
    expect(proof?.sha256).toBe(two.sha256)
    const path = `/portal/inspections/${item.id}/photos/${two.sha256}`
    const desk = await app.app.get(path)
    expect(new Uint8Array(await desk.response.arrayBuffer())).toEqual(new Uint8Array(two.bytes))
    const theirs = await holder.get(path)
    expect(theirs.status).toBe(200)
    expect((await theirs.response.arrayBuffer()).byteLength).toBeLessThan(two.bytes.length)
  })

  it('are refused by name where something does not fit, and nothing of them is stored', async () => {
    const refused = async (body: object) => {
      const [result] = await app.send(minutesItem({ siteId: site.id, ...body }))
      expect(result?.status).toBe('refused')
      return (result?.problem?.errors ?? []).map(({ path }) => path)
    }
    const { area_ha: _, ...lacking } = SOUND_ANSWERS
    expect(await refused({ answers: { ...lacking, nowhere: 1 } })).toEqual([
      ...['answers.area_ha', 'answers.nowhere'],
    ])
    expect(await refused({ answers: WRONG.answers })).toEqual(['answers.weeds_cleared'])
    expect(await refused({ ...WRONG, outcome: 'passed' })).toEqual(['outcome'])
    expect(await refused({ kind: 'follow_up' })).toEqual(['answers.follow_up_seen'])
    expect(await refused({ formVersionId: 'default-packing-house-1' })).toContain('formVersionId')
    expect(
      await refused({ holder: { name: 'A' }, inspector: { name: 'B', signature: [] } }),
    ).toEqual(['inspector.signature', 'holder.signature'])
    expect(await refused({ siteId: null })).toEqual(['siteId'])
    // Put right and not put right at once is neither; a name that shows nothing is none.
    const look = { findingId: 'x', text: 'Đã xem' }
    const both = [true, false].map((mended) => ({ ...look, mended }))
    expect(await refused({ followUps: both })).toEqual(['followUps'])
    expect(await refused({ holder: { name: '\u200b' } })).toEqual(['holder.name'])
    const scrawl = [Array.from({ length: 4_002 }, () => 1)]
    expect(await refused({ holder: { name: 'A', signature: scrawl } })).not.toEqual([])
    for (const formVersionId of ['nowhere', '']) {
      const [result] = await app.send(minutesItem({ siteId: site.id, formVersionId }))
      expect(result?.status).toBe('refused')
    }
  })

  it('are for the places of who inspects alone, and for nobody who grows', async () => {
    const far = await place(ELSEWHERE)
    expect(await app.statuses(minutesItem({ siteId: far.id }))).toEqual(['refused not_found'])
    const { organisationId } = site
    const grower = outboxApp(db, await makePerson(db, 'producer', { organisationId }), { files })
    expect(await grower.statuses(minutesItem({ siteId: site.id }))).toEqual(['refused forbidden'])
  })

  it('find a place by its code as it was typed, and propose its suspension once', async () => {
    const { id: siteId } = await place()
    const { id: codeId, code } = await makeCode(makeContext(db), { siteId })
    const body = {
      ...WRONG,
      code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
      proposal: { reasonCode: 'phytosanitary', reason: 'Không theo dõi sinh vật gây hại' },
    }
    const items = [minutesItem(body), minutesItem(body)]
    expect(await app.statuses(...items)).toEqual(['stored', 'stored'])
    expect(await read(items[0]?.id ?? '')).toMatchObject({ siteId, codeId })
    const proposals = await db
      .select()
      .from(suspensionProposal)
      .where(eq(suspensionProposal.codeId, codeId))
    expect(proposals).toMatchObject([
      {
        ...{ market: 'CHN', state: 'open', reasonCode: 'phytosanitary' },
        inspectionId: items[0]?.id,
      },
    ])
    const officer = portalApp(db, await makePerson(db, 'officer', { place: HERE }), { files })
    const path = `/portal/proposals/${proposals[0]?.id}/confirm`
    const { form, sections, action } = (await officer.get(path)).model as RecordFormModel
    expect(sections?.flatMap(({ links = [] }) => links.map(({ href }) => href))).toContain(
      `/portal/inspections/${items[0]?.id}`,
    )
    const paper = { effectiveOn: '15/06/2026', documentNo: '12/TB-BVTV' }
    expect((await officer.post(action, { ...form.values, ...paper })).location).toContain(
      'done=confirmed',
    )
    expect(await app.statuses(minutesItem({ code: 'VN-KHONG-CO-9999' }))).toEqual([
      'refused not_found',
    ])
  })

  it('tell the holder what to mend until when; a second look ends it or sets another day', async () => {
    const there = await place()
    const id = await stored({
      ...{ ...WRONG, siteId: there.id },
      findings: [...WRONG.findings, { ...FINDING, text: 'Thiếu nhật ký' }],
    })
    const [weeds, diary] = await findingsOf(id)
    expect([weeds, diary]).toMatchObject([
      { state: 'told', dueOn: FINDING.dueOn, organisationId: there.organisationId },
      { state: 'told', severity: 'major', aboutId: there.id },
    ])
    const told = await db
      .select()
      .from(notification)
      .where(eq(notification.organisationId, there.organisationId))
    expect(told.map(({ href }) => href)).toEqual([`/portal/inspections/${id}`])
    const kit = await kitOf(app.app)
    expect(kit.inspection?.findings.filter(({ siteId }) => siteId === there.id)).toHaveLength(2)
    const followUps = [
      { findingId: weeds?.id, mended: true, text: 'Đã dọn sạch' },
      { findingId: diary?.id, mended: false, text: 'Mới ghi một phần', dueOn: '2026-08-01' },
    ]
    const again = {
      ...{ siteId: there.id, kind: 'follow_up', followUps },
      answers: { ...SOUND_ANSWERS, follow_up_seen: 'Còn nhật ký' },
    }
    await stored(again)
    expect(await findingsOf(id)).toMatchObject([
      { state: 'closed', outcome: 'mended', followUp: 'Đã dọn sạch' },
      { state: 'told', dueOn: '2026-08-01' },
    ])
    // Somebody closed one meanwhile: these minutes are true all the same.
    await stored(again)
    const elsewhere = minutesItem({ ...again, siteId: site.id })
    expect(await app.statuses(elsewhere)).toEqual(['refused invalid_input'])
  })

  it('are never changed, nor taken away', async () => {
    const id = await stored({})
    await expect(db.delete(inspection).where(eq(inspection.id, id))).rejects.toThrow()
    await expect(
      db.update(inspection).set({ outcome: 'failed' }).where(eq(inspection.id, id)),
    ).rejects.toThrow()
    await db.update(inspection).set({ communeCode: '30337' }).where(eq(inspection.id, id))
  })
})

describe('minutes written in the app', () => {
  const stub = (added: NewRecord[]) => {
    const add = async (record: NewRecord) => {
      added.push(record)
      return { status: 'full' as const }
    }
    // Saving asks nothing of the app but the queue of the account.
    return { outboxOf: () => ({ add }) } as unknown as App
  }

  it('are stored as they were read on the phone, photos and all', async () => {
    const there = await place()
    const form = (await kitOf(app.app)).inspection?.forms[0]
    if (form === undefined) throw new Error('no form')
    const picture = await photo()
    const numbers = { area_ha: '2,5', household_count: '12' }
    const draft: InspectionDraft = {
      ...newInspection({ accountId: 'a', id: minutesItem({}).id, on: '2026-06-15', name: 'Lê' }),
      ...{ siteId: there.id, siteName: 'Vùng', form },
      answers: { ...SOUND_ANSWERS, ...numbers, weeds_cleared: 'no', diary_missing: 'bỏ' },
      photos: { photos: [{ bytes: new Uint8Array(picture.bytes), mediaType: 'image/jpeg' }] },
    }
    const unsaid = readInspection(draft)?.faults
    expect([...(unsaid?.keys() ?? [])]).toEqual([
      ...['findings.0.action', 'outcome', 'holder.name'],
      ...['inspector.signature', 'holder.signature'],
    ])
    const [called] = readInspection(draft)?.findings ?? []
    expect(called).toMatchObject({ question: 'weeds_cleared', dueOn: '2026-07-15' })
    const whole: InspectionDraft = {
      ...draft,
      ...{ outcome: 'passed_with_actions', inspector: { ...draft.inspector, signature: SIGNED } },
      findings: called === undefined ? [] : [{ ...called, action: 'Dọn cỏ' }],
      holder: { ...draft.holder, name: 'Ông Ba', whyUnsigned: 'Vắng mặt' },
    }
    expect(readInspection(whole)?.faults).toEqual(new Map())
    const added: NewRecord[] = []
    await saveInspection(stub(added), whole)
    const [record] = added
    const body = typeof record?.body === 'function' ? record.body([picture.sha256]) : {}
    await app.put(picture.sha256, picture.bytes)
    const item = { ...minutesItem({}), id: draft.id, body }
    expect(await app.statuses(item)).toEqual(['stored'])
    expect(await read(draft.id)).toMatchObject({
      ...{ siteId: there.id, whyUnsigned: 'Vắng mặt', holderSignature: null },
      answers: { area_ha: 2.5, household_count: 12, photos: [picture.sha256] },
    })
  })
})

describe('minutes in the portal', () => {
  it('are listed for their place and their holder, and made a signed paper with both signatures', async () => {
    const id = await stored(WRONG)
    const list = await app.app.get('/portal/inspections?outcome=passed_with_actions')
    const rows = (list.model as RecordListModel).rows.map(([first]) => first?.href)
    expect(rows).toContain(`/portal/inspections/${id}`)
    const model = (await app.app.get(`/portal/inspections/${id}`)).model as DetailModel
    const ids = model.sections.map((section) => section.id)
    expect(ids).toEqual(expect.arrayContaining(['findings', 'photos', 'inspector', 'holder']))
    expect(model.sections.find((section) => section.id === 'holder')?.picture).toContain(
      '<path d="M',
    )
    const made = await app.app.post(`/portal/inspections/${id}/papers`, {})
    expect(made.location).toContain('done=paperMade')
    const papers = ((await app.app.get(`/portal/inspections/${id}`)).model as DetailModel).sections
      .flatMap(({ table }) => table?.rows ?? [])
      .flatMap(([cell]) => (cell?.href?.includes('/papers/') === true ? [cell.href] : []))
    const pdf = await holder.get(papers[0] ?? '')
    expect(pdf.response.headers.get('content-type')).toBe('application/pdf')
    const stranger = portalApp(db, await makePerson(db, 'inspector', { place: ELSEWHERE }), {
      files,
    })
    for (const path of ['', `/photos/${'0'.repeat(64)}`, '/papers/x', '/papers/x/jws']) {
      expect((await stranger.get(`/portal/inspections/${id}${path}`)).status).toBe(404)
    }
  })
})

it('minutes on paper say whose they are, what was seen and found, and why one party did not sign', async () => {
  const unsigned = { name: 'Ông Ba', position: 'Tổ trưởng', whyUnsigned: 'Vắng mặt' }
  const id = await stored({ ...WRONG, holder: unsigned }, { happenedOn: '2026-06-10', clock: null })
  const shown = await showInspection(makeContext(db), id)
  const made = { at: NOW, origin: 'https://tem.example.vn', authority: 'Chi cục thử' }
  const paper = minutesPaper(shown, made)
  expect(paper.head).toMatchObject({
    left: ['CHI CỤC THỬ', expect.any(String), expect.stringMatching(/^Số: /)],
    right: expect.arrayContaining([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ]),
  })
  const lines = paper.parts.flatMap(({ title, lines: said }) => [title, ...said])
  expect(lines).toEqual(
    expect.arrayContaining([
      'I. Thành phần',
      'Đại diện cơ sở: Ông Ba, Tổ trưởng',
      '- Diện tích (ha): 2,5',
      '- Giai đoạn sinh trưởng: Đậu quả, nuôi quả',
      '1. [Nặng] Cỏ chưa dọn. Khắc phục: Lập nhật ký. Hạn: 01/07/2026.',
      'Kết luận: Đạt, có khắc phục.',
      'Đại diện cơ sở không ký. Lý do: Vắng mặt',
    ]),
  )
  const notes = paper.facts.find(({ label }) => label === 'Ghi chú')?.text
  expect(notes).toContain('chưa đối chiếu giờ')
  expect(paper.signatures?.map(({ strokes }) => strokes === null)).toEqual([false, true])
  const pdf = await textPaper(paper)
  expect(await textPaper(paper)).toEqual(pdf)
})
