import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchCheck, batch as batches, notification } from '../../../db/schema/index.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import { allowCheck } from '../../../worker/verbs/pre-shipment/allow-check.ts'
import {
  type Asked,
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
let officer: PreShipmentDesk['officer']
let packer: PreShipmentDesk['packer']
let elsewhere: PreShipmentDesk['elsewhere']
let rule: PreShipmentDesk['rule']
let crop: PreShipmentDesk['crop']
let batchOf: PreShipmentDesk['batchOf']
let issue: PreShipmentDesk['issue']
let tested: PreShipmentDesk['tested']

beforeAll(async () => {
  ;({ test, ctx, officer, packer, elsewhere, rule, crop, batchOf, issue, tested } =
    await preShipmentDesk())
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

  it('is asked for by the packer once a day: the officers of the place are led to it', async () => {
    const batch = await batchOf(await crop(CADMIUM, LIMIT))
    const path = `${batch.path}/checks/ask`
    const links = section(await packer.get(batch.path))?.links ?? []
    expect(links.map(({ href }) => href)).toContain(path)
    expect((await officer.get(path)).status).toBe(403)
    const { form } = (await packer.get(path)).model as RecordFormModel
    const bare = await packer.post(path, { ...form.values, reason: '' })
    expect(Object.keys((bare.model as RecordFormModel).form.errors)).toEqual(['reason'])
    const typed = { ...form.values, reason: 'Phiếu về chiều mai' }
    const [one, again] = await Promise.all([packer.post(path, typed), packer.post(path, typed)])
    const done = `${batch.path}?done=exceptionAsked#checks`
    expect([one.location, again.location]).toEqual([done, done])
    const told = async () => {
      const href = `${batch.path}/checks/allow`
      return test.db.select().from(notification).where(eq(notification.href, href))
    }
    const [message, ...others] = await told()
    expect(others).toEqual([])
    expect(message?.body.vi).toContain('mục “Cadmi” chưa có. Lý do: Phiếu về chiều mai')
    expect((await officer.get(message?.href ?? '')).status).toBe(200)
    const unread = (await officer.get('/portal/notifications')).model
    expect(JSON.stringify(unread)).toContain(batch.ref)
    expect(section(await packer.get(batch.path))?.after).toContain('Phiếu về chiều mai')
    const late = await packer.post(path, { ...typed, once: '' })
    expect([late.status, (await told()).length]).toEqual([409, 1])
    packer.wait(25 * 3_600_000)
    expect((await packer.post(path, { ...typed, once: '' })).status).toBe(303)
    packer.wait(-25 * 3_600_000)
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
