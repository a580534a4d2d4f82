import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { organisation, product } from '../../../db/schema/index.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { openRegister } from '../../../worker/domain/scan-register/open-register.ts'
import type { RegisterAnswer } from '../../../worker/domain/scan-register/scan-register.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeRun, NOW, setStatus } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let db: Database
let ctx: VerbContext
let now = NOW
let inspector: PortalApp
let here: Awaited<ReturnType<typeof makeRun>>
let elsewhere: Awaited<ReturnType<typeof makeRun>>
let inspectorId: string

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = { ...makeContext(db), now: () => now }
  await createKey({ ctx, input: {} })
  here = await makeRun(ctx)
  elsewhere = await makeRun(ctx)
  await db.run(sql`UPDATE site SET province_code = '91' WHERE id = ${here.batch.area.siteId}`)
  const person = await makePerson(db, 'inspector', { place: HERE })
  inspectorId = person.userId
  inspector = portalApp(db, person, { now: () => now })
})

async function ask(query = '', app = inspector, headers: Record<string, string> = {}) {
  const { response } = await app.ask(`/app/register${query}`, { headers })
  return { response, answer: (await response.json().catch(() => null)) as RegisterAnswer }
}

const since = ({ asOf, scope }: RegisterAnswer) => `?since=${asOf}&scope=${scope}`

describe('the register for a device', () => {
  it('has the batches with labels of one’s place and their codes, and nobody’s elsewhere', async () => {
    await makeBatch(ctx, { productId: here.batch.productId })
    const { response, answer } = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(answer).toMatchObject({
      ...{ version: 1, asOf: NOW, whole: true, isCut: false, accountId: inspectorId },
      ...{ hosts: ['tem.example.vn'], issuer: 'Sở thử nghiệm' },
    })
    const register = openRegister(answer.register)
    expect(register.size).toBe(1)
    expect(register.batch(elsewhere.batch.ref)).toBeNull()
    expect(register.batch(here.batch.ref)).toMatchObject({
      ...{ packedOn: '2026-06-10', expiresOn: '2026-12-31' },
      ...{ areas: [here.batch.area.code], house: here.batch.house.code },
    })
    // The packing house lies nowhere known; its code is borne by a batch of here.
    for (const { code } of [here.batch.area, here.batch.house]) {
      expect(register.code(code)?.decisions.map(([, status]) => status)).toContain('active')
    }
  })

  it('tells what changed since, and nothing where nothing did', async () => {
    const first = (await ask()).answer
    now += 10 * MINUTE_MS
    const { answer: same } = await ask(since(first))
    expect(same.whole).toBe(false)
    const made = await makeRun(ctx, { batch: { productId: here.batch.productId } })
    await db
      .update(product)
      .set({ name: 'Xoài tên khác' })
      .where(eq(product.id, here.batch.productId))
    now += 10 * MINUTE_MS
    const codeId = here.batch.area.id
    await setStatus(ctx, { codeId, market: 'CHN', status: 'suspended', effectiveOn: '2026-07-01' })
    await db.run(sql`UPDATE register_change SET changed_at = ${now} WHERE code_id = ${codeId}`)
    const { answer } = await ask(since(same))
    const register = openRegister(answer.register)
    expect(register.batch(made.batch.ref)).toMatchObject({ product: 'Xoài tên khác' })
    // Decided ahead: the device works out from which day.
    expect(register.code(here.batch.area.code)?.decisions.at(-1)).toEqual([
      ...['CHN', 'suspended', '2026-07-01'],
    ])
    now += 10 * MINUTE_MS
    const after = (await ask(since(answer))).answer
    expect(openRegister(after.register).size).toBe(0)
    await annulBatch({ ctx, input: { ref: made.batch.ref, reason: 'In nhầm' } })
    const gone = (await ask(since(after))).answer
    expect(gone.gone.batches).toEqual([made.batch.ref])
  })

  it('is told whole to who has another place’s, a week-old one, or one from the future', async () => {
    const { answer } = await ask()
    const { asOf, scope } = answer
    for (const query of [
      `?since=${asOf}&scope=another`,
      `?since=${asOf - 8 * DAY_MS}&scope=${scope}`,
      `?since=${asOf + DAY_MS}&scope=${scope}`,
    ]) {
      expect([query, (await ask(query)).answer.whole]).toEqual([query, true])
    }
    expect((await ask('?since=x&scope=y')).response.status).toBe(400)
    expect((await ask(`?scope=${scope}`)).response.status).toBe(400)
  })

  it('is answered 304 to who has the same, with the instant it holds for', async () => {
    const { response } = await ask()
    const etag = response.headers.get('etag') ?? ''
    now += MINUTE_MS
    const again = await ask('', inspector, { 'if-none-match': etag })
    expect(again.response.status).toBe(304)
    expect(again.response.headers.get('goc-as-of')).toBe(String(now))
  })

  it('names no person, and nobody’s telephone', async () => {
    await db
      .update(organisation)
      .set({ kind: 'household', name: 'Hộ Nguyễn Văn Tư', hotline: '0900000000' })
      .where(eq(organisation.id, here.batch.organisationId))
    const { answer } = await ask()
    expect(openRegister(answer.register).batch(here.batch.ref)?.producer).toBeNull()
    const text = JSON.stringify(answer)
    expect(text).not.toContain('Nguyễn')
    expect(text).not.toContain('0900000000')
  })
})
