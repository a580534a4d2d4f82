import { execFileSync } from 'node:child_process'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listNotifications } from '../../../db/queries/notifications.ts'
import {
  batch,
  labelException,
  mailOutbox,
  organisation,
  recallCase,
} from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { openUnderKek } from '../../../worker/verbs/keys/under-kek.ts'
import {
  makeBatch,
  makeDiaryEvent,
  makeProduct,
  TEST_KEK,
  unique,
} from '../../support/factories.ts'
import { keptLetters } from '../../support/outside.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { producerDesk } from '../../support/producer-desk.ts'
import { popplerPresent, withPdf } from '../../unit/print/support.ts'

const { db, ctx, person, app } = await producerDesk()

async function form(path: string, who = app): Promise<RecordFormModel> {
  const { model, status } = await who.get(path)
  expect(status, path).toBe(200)
  return model as RecordFormModel
}

async function send(path: string, typed: Readonly<Record<string, string>>, who = app) {
  const opened = await form(path, who)
  return who.post(opened.action, { ...opened.form.values, ...typed })
}

/** A batch of a product of one's own, made of others. */
async function own(
  given: {
    readonly productId?: string
    readonly from?: readonly { readonly ref: string; readonly kg: number }[]
    readonly packedOn?: string
  } = {},
) {
  const { organisationId } = person
  const productId = given.productId ?? (await makeProduct(ctx, { organisationId })).id
  const sources = (given.from ?? []).map(({ ref, kg }) => ({ ref, quantityKg: kg }))
  const packedOn = given.packedOn ?? '2026-06-10'
  const quantity = { value: sources[0]?.quantityKg ?? 100, unit: 'kg' }
  return makeBatch(ctx, { productId, sources, packedOn, harvestedOn: [packedOn], quantity })
}

const sell = (ref: string, typed: Readonly<Record<string, string>>) =>
  send(`/portal/batches/${ref}/sales/new`, { soldOn: '2026-06-12', ...typed })

const hrefsOf = (model: unknown, id: string) =>
  (model as RecordFormModel).sections
    ?.find((section) => section.id === id)
    ?.table?.rows.map(([cell]) => cell?.href?.split('/').at(-1)) ?? []

/** Looks for what is concerned; the page that asks for confirmation. */
async function concerned(typed: Readonly<Record<string, string>>) {
  const { location, model, status } = await send('/portal/recalls/new', typed)
  if (location === null) return { status, model: model as RecordFormModel, path: '' }
  return { status, model: await form(location), path: location }
}

const recalled = async (ref: string) => {
  const rows = await db
    .select({ id: labelException.id })
    .from(labelException)
    .innerJoin(batch, eq(batch.id, labelException.batchId))
    .where(and(eq(batch.ref, ref), isNull(labelException.runId)))
  return rows.length
}

describe('what a recall concerns', () => {
  it('is every batch made of those found, through three levels, with its share', async () => {
    const first = await own()
    const other = await own()
    const second = await own({
      from: [
        { ref: first.ref, kg: 50 },
        { ref: other.ref, kg: 50 },
      ],
    })
    const third = await own({ from: [{ ref: second.ref, kg: 50 }] })
    const { model } = await concerned({ by: 'batch', what: first.ref })
    expect(hrefsOf(model, 'batches').toSorted()).toEqual(
      [first.ref, second.ref, third.ref].toSorted(),
    )
    const shares = model.sections?.[0]?.table?.rows.map((row) => row[4]?.text)
    expect(shares?.toSorted()).toEqual(['100 %', '50 %', '50 %'])
  })

  it('is found by product, by code, by an input of the diary, and by days', async () => {
    const { organisationId } = person
    const name = `Chanh ${unique()}`
    const product = await makeProduct(ctx, { organisationId, name })
    const early = await own({ productId: product.id, packedOn: '2026-05-01' })
    const late = await own({ productId: product.id, packedOn: '2026-06-01' })
    const chemical = `Thuốc ${unique()}`
    await makeDiaryEvent(ctx, {
      ...{ siteId: late.area.siteId, kind: 'plant_protection', occurredOn: '2026-05-20' },
      ...{ summary: `Phun ${chemical}`, fingerprint: `f${unique()}` },
    })
    const refs = async (typed: Readonly<Record<string, string>>) =>
      hrefsOf((await concerned(typed)).model, 'batches').toSorted()
    const both = [early.ref, late.ref].toSorted()
    expect(await refs({ by: 'product', what: name.toLowerCase() })).toEqual(both)
    const days = { fromOn: '01/05/2026', toOn: '15/05/2026' }
    expect(await refs({ by: 'product', what: name, ...days })).toEqual([early.ref])
    expect(await refs({ by: 'area', what: late.area.code })).toEqual([late.ref])
    expect(await refs({ by: 'input', what: chemical })).toEqual([late.ref])
    expect(await refs({ by: 'packed', ...days })).toEqual([early.ref])
  })

  it('is refused where nothing is found, and where nothing was said', async () => {
    const none = await concerned({ by: 'batch', what: 'KHONG-CO' })
    expect([none.status, Object.keys(none.model.form.errors)]).toEqual([400, ['what']])
    const silent = await concerned({ by: 'area', what: '' })
    expect(Object.keys(silent.model.form.errors)).toEqual(['what'])
    const dayless = await concerned({ by: 'packed', what: '' })
    expect(Object.keys(dayless.model.form.errors)).toEqual(['fromOn'])
  })

  it('never reaches batches of others', async () => {
    const stranger = await makeBatch(ctx)
    const { status, path } = await concerned({ by: 'batch', what: stranger.ref })
    expect([status, path]).toEqual([400, ''])
  })
})

describe('a recall', () => {
  it('has a report for the authority, a PDF of what, to whom and what came back', async () => {
    const first = await own()
    await sell(first.ref, { buyer: 'Chợ đầu mối Thủ Đức', quantityKg: '40' })
    const { path } = await concerned({ by: 'batch', what: first.ref })
    const { location } = await send(path, { reasonVi: 'Dư lượng vượt mức cho phép' })
    const page = (location ?? '').split('?')[0]
    const link = ((await app.get(page ?? '')).model as DetailModel).links?.[0]
    expect(link?.href).toBe(`${page}/report.pdf`)
    const { response } = await app.get(link?.href ?? '')
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (popplerPresent()) {
      const text = withPdf(bytes, (file) => execFileSync('pdftotext', ['-layout', file, '-']))
      for (const part of ['Báo cáo thu hồi', 'Dư lượng vượt mức', 'Chợ đầu mối Thủ Đức']) {
        expect(text.toString('utf8')).toContain(part)
      }
    }
    const stranger = portalApp(db, await makePerson(db, 'producer'))
    expect((await stranger.get(`${page}/report.pdf`)).status).toBe(404)
  })

  it('is told to the officers of the place, in the portal and by letter, and stands in lists', async () => {
    const place = { provinceCode: '91', communeCode: null }
    await db.update(organisation).set(place).where(eq(organisation.id, person.organisationId))
    const officer = await makePerson(db, 'officer', { place })
    const elsewhere = { provinceCode: '15', communeCode: null }
    const other = await makePerson(db, 'officer', { place: elsewhere })
    const first = await own()
    const { path } = await concerned({ by: 'batch', what: first.ref })
    await send(path, { reasonVi: 'Dư lượng vượt mức' })
    const messages = async ({ organisationId }: Person) => {
      const asked = { organisationId, before: null, after: null, limit: 5 }
      return (await listNotifications(db, asked)).map(({ body }) => body.vi)
    }
    expect((await messages(officer))[0]).toContain('Dư lượng vượt mức')
    expect(await messages(other)).toEqual([])
    const letters = await db.select({ to: mailOutbox.toAddress }).from(mailOutbox)
    expect(letters.map(({ to }) => to)).toContain(officer.email)
    const [lot] = await db.select().from(batch).where(eq(batch.ref, first.ref))
    const list = (await app.get(`/portal/batches?q=${lot?.lot}`)).model as RecordListModel
    expect(list.rows[0]?.at(-1)?.text).toBe('đang bị thu hồi')
  })

  it('stops all of them at once, and again does nothing twice', async () => {
    const first = await own()
    const second = await own({ from: [{ ref: first.ref, kg: 100 }] })
    const { path } = await concerned({ by: 'batch', what: first.ref })
    const opened = await form(path)
    const typed = { ...opened.form.values, reasonVi: 'Dư lượng', reasonEn: 'Residue' }
    const sent = await Promise.all([app.post(opened.action, typed), app.post(opened.action, typed)])
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1)
    expect([await recalled(first.ref), await recalled(second.ref)]).toEqual([1, 1])
    const [row] = await db.select().from(recallCase).orderBy(desc(recallCase.startedAt)).limit(1)
    // 15 June 2026 is a Monday.
    expect(row).toMatchObject({ reportDueOn: '2026-06-18' })
    const list = (await app.get('/portal/recalls')).model as RecordListModel
    expect(list.rows.some(([cell]) => sent[0]?.location?.startsWith(cell?.href ?? '-'))).toBe(true)
  })

  it('is asked for again where more is concerned than was looked at', async () => {
    const first = await own()
    const { path } = await concerned({ by: 'batch', what: first.ref })
    const opened = await form(path)
    const second = await own({ from: [{ ref: first.ref, kg: 10 }] })
    const typed = { ...opened.form.values, reasonVi: 'Dư lượng' }
    const refused = await app.post(opened.action, typed)
    expect(refused.status).toBe(409)
    expect([await recalled(first.ref), await recalled(second.ref)]).toEqual([0, 0])
    const again = (refused.model as RecordFormModel).form.values
    expect((await app.post(opened.action, again)).status).toBe(303)
    expect([await recalled(first.ref), await recalled(second.ref)]).toEqual([1, 1])
  })

  it('sends the letters to receivers at once', async () => {
    const { ref } = await own()
    const email = `kho-${unique()}@example.vn`
    await sell(ref, { buyer: 'Kho Long Xuyên', quantityKg: '60', email })
    const { path } = await concerned({ by: 'batch', what: ref })
    const mailer = keptLetters()
    const sender = portalApp(db, person, { mailer })
    await send(path, { reasonVi: 'Dư lượng' }, sender)
    await sender.settle()
    const mine = mailer.letters.filter(({ to }) => to === email)
    expect(mine.map(({ body }) => /\/portal\/recall-answers\/[\w-]+/.test(body))).toEqual([true])
  })

  it('reaches whoever goods went to, who answers by the link of the letter alone', async () => {
    const { ref } = await own()
    const email = `cho-${unique()}@example.vn`
    await sell(ref, { buyer: 'Chợ Long Xuyên', quantityKg: '60', email })
    await sell(ref, { buyer: 'Siêu thị An', quantityKg: '40', phone: '0900000000' })
    const { path, model } = await concerned({ by: 'batch', what: ref })
    expect(model.sections?.[1]?.table?.rows).toHaveLength(2)
    // Without a mail service the letter waits as it was written.
    const away = portalApp(db, person, { mailer: { ...keptLetters(), connected: false } })
    const { location } = await send(path, { reasonVi: 'Dư lượng' }, away)
    const recall = location?.split('?')[0] ?? ''
    const [letter] = await db.select().from(mailOutbox).where(eq(mailOutbox.toAddress, email))
    if (letter?.sealedBody == null) throw new Error('the link stands open in the letter')
    const body = new TextDecoder().decode(await openUnderKek(TEST_KEK, letter.sealedBody))
    const link = /\/portal\/recall-answers\/[\w-]+/.exec(body)?.[0] ?? ''
    const nobody = portalApp(db, null)
    const much = await send(link, { foundKg: '61' }, nobody)
    expect(Object.keys((much.model as RecordFormModel).form.errors)).toEqual(['foundKg'])
    const said = { foundKg: '20', returnedKg: '15', note: 'đã để riêng' }
    expect((await send(link, said, nobody)).location).toContain('done=answered')
    expect((await form(link, nobody)).form.values).toMatchObject(said)
    const shown = async () => (await app.get(recall)).model as DetailModel
    const receivers = (await shown()).sections.find(({ id }) => id === 'receivers')
    const byPhone = receivers?.table?.rows.find(([cell]) => cell?.text === 'Siêu thị An')
    await send(byPhone?.at(-1)?.href ?? '', { foundKg: '0', returnedKg: '40' })
    const facts = Object.fromEntries((await shown()).facts.map(({ label, text }) => [label, text]))
    expect(facts['Nơi nhận hàng đã trả lời']).toBe('2 / 2')
    expect(facts['Đã thu về']).toBe('55 kg / 100 kg (55 %)')
    const wrong = await nobody.get('/portal/recall-answers/khong-co')
    expect(wrong.status).toBe(404)
  })

  it('is reported and closed, after which nobody answers', async () => {
    const { ref } = await own()
    await sell(ref, { buyer: 'Chợ', quantityKg: '10' })
    const { path } = await concerned({ by: 'batch', what: ref })
    const { location } = await send(path, { reasonVi: 'Dư lượng' })
    const recall = location?.split('?')[0] ?? ''
    expect((await app.post(`${recall}/report`, {})).status).toBe(303)
    const closing = { handling: 'destroyed', closingNote: 'Tiêu hủy 10 kg' }
    expect((await send(`${recall}/close`, closing)).status).toBe(303)
    const { notes, sections } = (await app.get(recall)).model as DetailModel
    expect(notes?.map(({ kind }) => kind)).toEqual(['note'])
    const receiver = sections.find(({ id }) => id === 'receivers')?.table?.rows[0]
    expect(receiver?.at(-1)?.href).toBeUndefined()
    expect((await send(`${recall}/close`, closing)).status).toBe(409)
  })

  it('may be an officer’s of the place, and nobody else’s', async () => {
    const place = { provinceCode: `P${unique()}`, communeCode: null }
    await db
      .update(organisation)
      .set({ provinceCode: place.provinceCode })
      .where(eq(organisation.id, person.organisationId))
    const { ref } = await own()
    const officer = portalApp(db, await makePerson(db, 'officer', { place }))
    const found = await send('/portal/recalls/new', { by: 'batch', what: ref }, officer)
    const { location } = await send(found.location ?? '', { reasonVi: 'Mẫu không đạt' }, officer)
    expect(location).toContain('done=started')
    const recall = location?.split('?')[0] ?? ''
    for (const role of ['producer', 'inspector', 'agency'] as const) {
      const other = portalApp(db, await makePerson(db, role))
      expect((await other.post(`${recall}/report`, {})).status).toBeOneOf([403, 404])
    }
  })

  it('of one batch is taken back from its page', async () => {
    const { ref } = await own()
    const { path } = await concerned({ by: 'batch', what: ref })
    await send(path, { reasonVi: 'Nhầm' })
    const { location } = await send(`/portal/batches/${ref}/recall/withdraw`, {
      reason: 'kiểm lại đạt',
    })
    expect(location).toContain('done=unrecalled')
    const { rows } = (await app.get('/portal/recalls/batches')).model as RecordListModel
    expect(rows.flatMap(([cell]) => cell?.href ?? [])).not.toContain(`/portal/batches/${ref}`)
  })
})
