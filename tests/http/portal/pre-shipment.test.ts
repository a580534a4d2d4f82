import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTruth } from '../../../db/queries/versioned-batch.ts'
import { batchCheck, batch as batches, batchRelease } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { addRule } from '../../../worker/verbs/market-rules/save-rule.ts'
import { allowCheck } from '../../../worker/verbs/pre-shipment/allow-check.ts'
import { recordCheck } from '../../../worker/verbs/pre-shipment/record-check.ts'
import { requireChecks } from '../../../worker/verbs/pre-shipment/require-checks.ts'
import { recordResults } from '../../../worker/verbs/residues/record-results.ts'
import { addSample } from '../../../worker/verbs/residues/save-sample.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCertification,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  makeUnits,
  unique,
} from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }

let test: TestDatabase
let ctx: VerbContext
let organisationId: string
let officer: PortalApp
let packer: PortalApp
let elsewhere: PortalApp

beforeAll(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
  await createKey({ ctx, input: {} })
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
  ])
  organisationId = (await makeOrganisation(ctx, { provinceCode: '91', communeCode: '30337' })).id
  officer = portalApp(test.db, await makePerson(test.db, 'officer', { place: HERE }))
  packer = portalApp(test.db, await makePerson(test.db, 'packer', { organisationId }))
  const far = { provinceCode: '15', communeCode: null }
  elsewhere = portalApp(test.db, await makePerson(test.db, 'officer', { place: far }))
})

type Asked = Readonly<Record<string, string>>

/** A crop of its own for each test, and the rules of a market on it. */
async function crop(...rules: readonly Asked[]) {
  const name = `Quả thử ${unique()}`
  for (const texts of rules) await rule(name, texts)
  return name
}

function rule(cropName: string, { kind = 'required_check', ...texts }: Asked) {
  return addRule({
    ctx,
    input: {
      kind: kind as 'required_check',
      texts: {
        ...{ crop: cropName, market: 'CHN', nameEn: '', nameZh: '', validFrom: '2026-01-01' },
        ...{ validTo: '', source: 'CV 7/BVTV', isDoubtful: 'no', note: '' },
        ...{ checkBefore: 'shipment', checkDays: '30', samplePercent: '' },
        ...texts,
      },
    },
  })
}

const CADMIUM = { name: 'Cadmi', checkProof: 'lab_test' }
const LIMIT = { kind: 'residue_limit', name: 'Cadmi', amount: '0,05', limitUnit: 'mg/kg' }
const HEAT = { name: 'Xử lý nhiệt', checkProof: 'record', checkDays: '3' }

/** A batch of the packer, of a growing area that is planted to the crop alone. */
async function batchOf(cropName: string) {
  const { id: productId } = await makeProduct(ctx, {
    organisationId,
    name: `Hàng loại ${unique()}`,
  })
  const place = { provinceCode: '91', communeCode: '30337' }
  const { id: siteId } = await makeSite(ctx, { ...place, organisationId })
  await test.db.run(sql`INSERT INTO site_crop (site_id, crop, crop_folded) VALUES
    (${siteId}, ${cropName}, ${cropName.toLowerCase()})`)
  const { code } = await makeCode(ctx, { siteId })
  const { id, ref } = await makeBatch(ctx, { productId, growingAreas: [code] })
  return { id, ref, code, path: `/portal/batches/${ref}` }
}

const issue = (ref: string) => issueLabels({ ctx, input: { ref, count: 5 } })
const labels = { kind: 'unit', count: '5', stock: 'a4-24', profile: 'full' }
const section = (answer: PortalAnswer) =>
  (answer.model as DetailModel).sections.find(({ id }) => id === 'checks')
const states = (answer: PortalAnswer) =>
  section(answer)?.table?.rows.map(([name, , , state]) => `${name?.text}: ${state?.text}`)

async function tested(batchId: string, texts: Asked = {}) {
  await makeCertification(ctx, {
    kind: 'lab_test',
    texts: {
      ...{ organisationId, batchId, analyte: 'Cadmium', result: '0,02', unit: 'mg/kg' },
      ...{ resultLimit: '', verdict: 'passed', issuedBy: 'Vinacontrol', sampledOn: '2026-06-01' },
      ...{ sampleId: '', number: 'KQ-1', ...texts },
    },
  })
}

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

describe('a check that records prove', () => {
  it('is written down by the packer, for each check that asks it and no other', async () => {
    const batch = await batchOf(await crop(HEAT, CADMIUM, LIMIT))
    await tested(batch.id)
    const form = await packer.get(`${batch.path}/checks/record`)
    const { inputs } = form.model as RecordFormModel
    const choices = inputs.find(({ name }) => name === 'check')?.choices ?? []
    expect(choices.map(({ value }) => value)).toEqual(['CHN:xu ly nhiet'])
    const texts = {
      ...{ check: 'CHN:xu ly nhiet', outcome: 'passed', doneOn: '09/06/2026' },
      ...{ doneBy: 'Xưởng Mỹ Đức', place: '', paperNo: 'XL-4' },
    }
    const sent = (given: Asked) =>
      packer.post(`${batch.path}/checks/record`, { ...texts, ...given })
    const faults = async (given: Asked) => {
      const answer = await sent(given)
      return [answer.status, Object.keys((answer.model as RecordFormModel).form.errors)]
    }
    expect(await faults({ check: 'CHN:cadmi' })).toEqual([400, ['check']])
    for (const doneOn of ['16/06/2026', '01/01/1950']) {
      expect([doneOn, await faults({ doneOn })]).toEqual([doneOn, [400, ['doneOn']]])
    }
    expect((await sent({ outcome: 'failed' })).location).toContain('done=checkRecorded')
    await expect(issue(batch.ref)).rejects.toThrow(/not passed/)
    await sent({})
    expect(states(await officer.get(batch.path))).toEqual(['Cadmi: đạt', 'Xử lý nhiệt: đạt'])
    await issue(batch.ref)
    expect((await sent({})).status).toBe(409)
    const own = test.db.delete(batchCheck).where(eq(batchCheck.batchId, batch.id))
    await expect(own).rejects.toThrow()
  })
})

describe('an officer’s exception', () => {
  const texts = { check: 'CHN:cadmi', reason: 'Đã có phiếu giấy', documentNo: '5/CV' }

  it('lets a batch of the officer’s place out, with who and why, and is shown', async () => {
    const batch = await batchOf(await crop(CADMIUM, LIMIT))
    const path = `${batch.path}/checks/allow`
    expect((await packer.get(path)).status).toBe(403)
    expect((await elsewhere.get(path)).status).toBe(404)
    const form = (await officer.get(path)).model as RecordFormModel
    const seen = form.form.values['seen'] ?? ''
    const without = await officer.post(path, { ...texts, seen, reason: '' })
    expect([without.status, (without.model as RecordFormModel).form.values['documentNo']]).toEqual([
      400,
      '5/CV',
    ])
    expect((await officer.post(path, { ...texts, seen })).location).toContain('done=checkAllowed')
    const small = section(await packer.get(batch.path))?.table?.rows[0]?.[3]?.small
    expect(small).toContain('cho xuất ngày 15/06/2026: Đã có phiếu giấy')
    await issue(batch.ref)
    const logged = await test.db.all<{ action: string; reason: string | null; after: string }>(
      sql`SELECT action, reason, after FROM audit_log WHERE action = 'batch.check.allow'
        AND entity_id = ${batch.id}`,
    )
    expect(logged).toMatchObject([{ reason: 'Đã có phiếu giấy' }])
    expect(logged[0]?.after).toContain('missing')
  })

  it('is given on what was seen, and ends where the check turns out worse or more is packed', async () => {
    const batch = await batchOf(await crop(HEAT))
    const heat = { check: 'CHN:xu ly nhiet' }
    const path = `${batch.path}/checks/allow`
    const form = (await officer.get(path)).model as RecordFormModel
    const seen = form.form.values['seen'] ?? ''
    await rule(await crop(), CADMIUM)
    expect((await officer.post(path, { ...texts, ...heat, seen })).status).toBe(409)
    const operator = { ref: batch.ref, texts: { ...texts, ...heat }, authority: 'Chi cục' }
    await allowCheck({ ctx, input: operator })
    await test.db.update(batches).set({ quantityValue: 2_000 }).where(eq(batches.id, batch.id))
    await expect(issue(batch.ref)).rejects.toMatchObject({ code: 'checks_open' })
    // Nor does a unit without mass lead past it.
    const pieces = { quantityUnit: 'quả' }
    await test.db.update(batches).set(pieces).where(eq(batches.id, batch.id))
    await expect(issue(batch.ref)).rejects.toMatchObject({ code: 'checks_open' })
    const seenByMass = { quantityValue: 1_000, quantityUnit: 'kg' }
    await test.db.update(batches).set(seenByMass).where(eq(batches.id, batch.id))
    const failed = { outcome: 'failed', doneOn: '2026-06-10', doneBy: 'A', place: '', paperNo: '' }
    await packer.post(`${batch.path}/checks/record`, { ...heat, ...failed })
    await expect(issue(batch.ref)).rejects.toThrow(/not passed/)
    await allowCheck({ ctx, input: operator })
    await expect(issue(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
    await expect(allowCheck({ ctx, input: operator })).rejects.toMatchObject({
      code: 'batch_sealed',
    })
  })
})
