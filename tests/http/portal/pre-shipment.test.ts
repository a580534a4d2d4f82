import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTruth } from '../../../db/queries/versioned-batch.ts'
import { batch as batches, batchRelease } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { allowCheck } from '../../../worker/verbs/pre-shipment/allow-check.ts'
import { recordCheck } from '../../../worker/verbs/pre-shipment/record-check.ts'
import { requireChecks } from '../../../worker/verbs/pre-shipment/require-checks.ts'
import { recordResults } from '../../../worker/verbs/residues/record-results.ts'
import { addSample } from '../../../worker/verbs/residues/save-sample.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { makeBatch, makeProduct, unique } from '../../support/factories.ts'
import {
  CADMIUM,
  HEAT,
  LIMIT,
  type PreShipmentDesk,
  preShipmentDesk,
  section,
  states,
} from '../../support/pre-shipment-desk.ts'

let test: PreShipmentDesk['test']
let ctx: PreShipmentDesk['ctx']
let organisationId: PreShipmentDesk['organisationId']
let packer: PreShipmentDesk['packer']
let rule: PreShipmentDesk['rule']
let crop: PreShipmentDesk['crop']
let batchOf: PreShipmentDesk['batchOf']
let issue: PreShipmentDesk['issue']
let tested: PreShipmentDesk['tested']

beforeAll(async () => {
  ;({ test, ctx, organisationId, packer, rule, crop, batchOf, issue, tested } =
    await preShipmentDesk())
})

const labels = { kind: 'unit', count: '5', stock: 'a4-24', profile: 'full' }

describe('a batch whose market asks for a check', () => {
  it('is released by no way before the check is there, and keeps how it stood', async () => {
    const batch = await batchOf(await crop(CADMIUM, LIMIT))
    const error = {
      path: 'checks.CHN:cadmi',
      text: { vi: 'Cadmi (Trung Quốc): chưa có. Căn cứ: CV 7/BVTV.' },
    }
    await expect(issue(batch.ref)).rejects.toMatchObject({ code: 'checks_open', errors: [error] })
    const shown = await packer.get(batch.path)
    expect(states(shown)).toEqual(['Cadmi: chưa có'])
    const { notes, primary } = shown.model as DetailModel
    expect(notes?.[0]).toMatchObject({ kind: 'error' })
    // First what is missing: labels would be refused.
    expect(primary?.href).toBe(`/portal/certifications/new/lab_test?batch=${batch.ref}`)
    const desk = await packer.get(`${batch.path}/labels`)
    expect((desk.model as RecordFormModel).note).toContain('Cadmi (chưa có)')
    const sent = await packer.post(`${batch.path}/labels`, labels)
    expect([sent.status, (sent.model as RecordFormModel).form.values['count']]).toEqual([409, '5'])
    const { token } = await createToken({
      ctx,
      input: { name: 'erp', scopes: ['labels:issue'], organisationRef: organisationId },
    })
    const asked = await packer.ask(`/api/v1/batches/${batch.ref}/labels`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ count: 5 }),
    })
    expect([asked.status, ((await asked.response.json()) as { code: string }).code]).toEqual([
      409,
      'checks_open',
    ])
    const [row] = await test.db.select().from(batches).where(eq(batches.id, batch.id))
    expect(row?.sealedAt).toBeNull()

    await tested(batch.id)
    const ready = await packer.get(batch.path)
    expect(states(ready)).toEqual(['Cadmi: đạt'])
    expect((ready.model as DetailModel).primary?.href).toBe(`${batch.path}/labels`)
    await issue(batch.ref)
    const [kept] = await test.db
      .select()
      .from(batchRelease)
      .where(eq(batchRelease.batchId, batch.id))
    expect(kept?.checks).toMatchObject([{ state: 'passed', proof: { no: 'KQ-1' }, blocks: false }])
    await expect(
      test.db.update(batchRelease).set({ releasedAt: 0 }).where(eq(batchRelease.batchId, batch.id)),
    ).rejects.toThrow()
  })

  it('keeps what it was released by: rules of later days change nothing of it', async () => {
    const name = await crop()
    const batch = await batchOf(name)
    await issue(batch.ref)
    await rule(name, CADMIUM)
    await issue(batch.ref)
    expect(section(await packer.get(batch.path))).toBeUndefined()
    await expect(issue((await batchOf(name)).ref)).rejects.toMatchObject({ code: 'checks_open' })
  })

  it('is no failure, whatever day a program says it was packed', async () => {
    const days = { packedOn: '0001-01-05', harvestedOn: ['0001-01-02'] }
    const { ref } = await makeBatch(ctx, days)
    await expect(issue(ref)).resolves.toMatchObject({ ref })
  })

  it('is asked for days that a check can be from: a slip of a rule stops nobody', async () => {
    const slip = rule(await crop(), { ...CADMIUM, checkDays: '100000000' })
    await expect(slip).rejects.toMatchObject({ errors: [{ path: 'checkDays' }] })
  })

  it('is only warned of a rule that nobody has verified', async () => {
    const batch = await batchOf(await crop({ ...CADMIUM, isDoubtful: 'yes' }))
    const { warnings } = await issue(batch.ref)
    expect(warnings).toMatchObject([{ code: 'check_doubtful', figures: { check: 'CHN:cadmi' } }])
    expect(section(await packer.get(batch.path))?.table?.rows[0]?.[3]?.small).toContain('chỉ nhắc')
  })

  it('is held back by a sample of its growing area that is over the limit', async () => {
    const batch = await batchOf(await crop(CADMIUM, LIMIT))
    const name = (await packer.get(batch.path)).model
    expect(name).not.toBeNull()
    const [area] = await test.db.all<{ crop: string }>(sql`SELECT c.crop FROM site_crop c
      JOIN code k ON k.site_id = c.site_id WHERE k.code = ${batch.code}`)
    const { id } = await addSample({
      ctx,
      input: {
        texts: {
          ...{ about: batch.code, communeName: '', cropName: area?.crop ?? '', markets: 'CHN' },
          ...{ plannedOn: '', takenOn: '2026-06-05', sampleNo: `S-${unique()}`, takenBy: 'A' },
          note: '',
        },
      },
    })
    const report = { laboratory: 'Phòng thử', reportNo: '1', reportedOn: '2026-06-10' }
    const result = (value: string, correction = '') =>
      recordResults({
        ctx,
        input: {
          id,
          texts: { ...report, correction, analyte1: 'Cadmi', result1: value, unit1: 'mg/kg' },
        },
      })
    await result('0,5')
    await expect(issue(batch.ref)).rejects.toThrow(/not passed/)
    await result('0,03', 'Gõ nhầm')
    await expect(issue(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })
})

describe('what a batch is released by', () => {
  it('must still hold when its labels are made: a rule, a result, a record, a word in between', async () => {
    const name = await crop(HEAT)
    const batch = await batchOf(name)
    const texts = { check: 'CHN:xu ly nhiet', doneOn: '2026-06-10', doneBy: 'A', place: '' }
    const write = (outcome: string) =>
      recordCheck({ ctx, input: { ref: batch.ref, texts: { ...texts, paperNo: '', outcome } } })
    await write('passed')
    const holding = async () => {
      const { holds } = await requireChecks(ctx, { ...batch, sealedAt: null })
      const all = () => Promise.all(holds.map((each) => readTruth(test.db, each)))
      expect(await all()).toEqual([true])
      return all
    }
    const beforeRule = await holding()
    await rule(await crop(), CADMIUM)
    expect(await beforeRule()).toEqual([false])
    const beforeRecord = await holding()
    await write('failed')
    expect(await beforeRecord()).toEqual([false])
    await allowCheck({
      ctx,
      input: {
        ref: batch.ref,
        texts: { check: texts.check, reason: 'Xử lý lại', documentNo: '' },
        authority: 'Chi cục',
      },
    })
    await expect(issue(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })
})

describe('what a market wants written on the packing', () => {
  it('is on the label where it has the room and the letters, else told to be on the box', async () => {
    const mark = (name: string, wording: string) =>
      rule('Vải', { kind: 'packing_mark', name, wording })
    await mark('Chữ Trung Quốc', '输往中华人民共和国')
    await mark('Nơi đến', 'Product of Vietnam for China')
    await mark('Mã số cơ sở đóng gói', '')
    await mark('Tên loại quả', '')
    const product = { organisationId, name: `Vải thiều ${unique()}` }
    const { id: productId } = await makeProduct(ctx, product)
    const { ref, house } = await makeBatch(ctx, { productId })
    const marks = async (stock: string) => {
      const { model } = await packer.get(`/portal/batches/${ref}/labels?stock=${stock}`)
      const { sections = [] } = model as RecordFormModel
      const rows = sections.find(({ id }) => id === 'marks')?.table?.rows ?? []
      const cells = rows.map(([, , text, where]) => `${text?.text}: ${where?.text}`)
      const preview = sections.find(({ id }) => id === 'preview')
      return { rows: cells, picture: preview?.picture ?? '' }
    }
    const large = await marks('a4-8')
    expect(large.rows).toEqual([
      '“输往中华人民共和国”: in trên thùng',
      `${house.code}: in trên tem`,
      '“Product of Vietnam for China”: in trên tem',
      ': in trên thùng',
    ])
    expect(large.picture).toContain('Product of Vietnam for China')
    const small = await marks('a4-65')
    expect(small.rows.slice(1, 3)).toEqual([
      expect.stringContaining('in trên thùng'),
      expect.stringContaining('in trên thùng'),
    ])
  })
})
