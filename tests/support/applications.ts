import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { application, applicationStep, code, marketRule, siteCrop } from '../../db/schema/index.ts'
import type { RecordFormModel } from '../../site/models/records.ts'
import type { Place } from '../../worker/domain/access/roles.ts'
import type { RuleValue } from '../../worker/domain/market-rules/market-rule.ts'
import { columnsOfValue } from '../../worker/domain/market-rules/rule-of-row.ts'
import { subjectOf } from '../../worker/domain/market-rules/subject-of.ts'
import { makeContext, makeOrganisation, makeSite, unique } from './factories.ts'
import { makeJpeg } from './pictures.ts'
import { makePerson, type PortalApp, portalApp } from './portal-app.ts'

export const PROVINCE: Place = { provinceCode: '91', communeCode: null }
export const COMMUNE: Place = { provinceCode: '91', communeCode: '30337' }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
/** A Monday under the rules of August 2026. */
export const NOW = Date.parse('2026-11-30T02:00:00Z')
export const PATH = '/portal/applications'

export const ANSWERS = {
  place: { areaHa: '12,5', householdCount: '9' },
  people: { representative: 'Bà Thử', phone: '0900000000', identityNo: '012345678901' },
  growing: { harvestsPerYear: '2', expectedYieldT: '90', procedure: 'Tưới nhỏ giọt.' },
  commitment: { committed: 'yes' },
}

const approval = { issuedOn: '30/11/2026', documentNo: '12/GXN-CCTT' }

type Typed = Readonly<Record<string, string | File>>

/** Sends a form as it is opened, with what is typed into it. */
export async function send(app: PortalApp, path: string, typed: Typed) {
  const { model, status } = await app.get(path)
  if (model?.kind !== 'portal/record') throw new Error(`${path}: ${status} ${model?.kind}`)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const idIn = (location: string | null) => /applications\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''

/** The offices of a province at one moment, and all that an application takes to be handed in. */
export async function applicationDesk(db: Database) {
  const picture = await makeJpeg({ width: 40, height: 30 })
  const officerPerson = await makePerson(db, 'officer', { place: PROVINCE })
  const officer = portalApp(db, officerPerson, { now: () => NOW })
  const { files } = officer.deps
  const given = { now: () => NOW, files }
  const office = async (role: 'officer' | 'agency', place: Place) =>
    portalApp(db, await makePerson(db, role, { place }), given)

  /** A cooperative with a growing area of one crop, and somebody of it. */
  async function holder({ crop = 'Xoài' }: { crop?: string } = {}) {
    const ctx = makeContext(db)
    const { id: organisationId, name } = await makeOrganisation(ctx)
    const { id: siteId } = await makeSite(ctx, {
      ...{ ...COMMUNE, organisationId, communeName: 'Xã Thử', provinceName: 'An Giang' },
    })
    await db.insert(siteCrop).values({ siteId, crop, cropFolded: crop.toLowerCase() })
    const person = await makePerson(db, 'producer', { organisationId })
    return { organisationId, name, siteId, app: portalApp(db, person, given) }
  }

  async function begin(app: PortalApp, siteId: string, typed: Record<string, string> = {}) {
    const sent = await send(app, `${PATH}/for/${siteId}`, { kind: 'new', ...typed })
    const id = idIn(sent.location)
    if (id === '') throw new Error(`not begun: ${sent.status}`)
    return id
  }

  const read = async (id: string) => {
    const [row] = await db.select().from(application).where(eq(application.id, id))
    if (row === undefined) throw new Error(`no application ${id}`)
    return row
  }

  const photo = () =>
    new File([new Uint8Array(picture)], `anh-${unique()}.jpg`, { type: 'image/jpeg' })

  /** Ticks all that the markets ask to be declared; nothing where they ask nothing. */
  async function declare(app: PortalApp, id: string) {
    const { model } = await app.get(`${PATH}/${id}/form/rules`)
    const asked = (model as RecordFormModel).inputs.find(({ name }) => name === 'declared')
    const declared = (asked?.choices ?? []).map(({ value }) => value).join('\n')
    await send(app, `${PATH}/${id}/form/rules`, { declared })
  }

  async function fillIn(app: PortalApp, id: string, markets: string, crop = 'Xoài') {
    for (const [part, typed] of Object.entries(ANSWERS)) {
      await send(app, `${PATH}/${id}/form/${part}`, typed)
    }
    await send(app, `${PATH}/${id}/form/goods`, { crops: crop, markets })
    if (markets !== 'VNM') {
      await send(app, `${PATH}/${id}/form/growing`, { pestPlan: 'Bẫy ruồi, 7 ngày một lần.' })
    }
    for (const kind of ['land_use', 'site_map']) {
      await send(app, `${PATH}/${id}/papers/new`, { kind, file: photo() })
    }
    await declare(app, id)
  }

  /** One that was handed in complete. */
  async function handedIn(markets = 'VNM', chosen: { crop?: string } = {}) {
    const made = await holder(chosen)
    const id = await begin(made.app, made.siteId)
    await fillIn(made.app, id, markets, chosen.crop)
    await send(made.app, `${PATH}/${id}/submit`, {})
    return { ...made, id }
  }

  /** Filled in for durian to China, its papers there, nothing of the rules ticked. */
  async function durian() {
    const made = await holder({ crop: 'Sầu riêng' })
    const id = await begin(made.app, made.siteId)
    await fillIn(made.app, id, 'CHN', 'Sầu riêng')
    const paper = { kind: 'pest_monitoring', file: photo() }
    await send(made.app, `${PATH}/${id}/papers/new`, paper)
    await send(made.app, `${PATH}/${id}/form/rules`, { declared: '' })
    return { ...made, id }
  }

  async function approve(app: PortalApp, id: string, typed: Record<string, string> = {}) {
    const first = await send(app, `${PATH}/${id}/approve`, { ...approval, ...typed })
    if (first.status !== 409 || first.model?.kind !== 'portal/record') return first
    const { form } = first.model as RecordFormModel
    if (form.questions === undefined) return first
    return app.post(`${PATH}/${id}/approve`, { ...form.values, confirm: 'unusual' })
  }

  return {
    ...{ officerPerson, officer, holder, begin, read, photo, declare, fillIn, handedIn, approve },
    durian,
    other: await office('officer', PROVINCE),
    commune: await office('officer', COMMUNE),
    agency: await office('agency', PROVINCE),
    stranger: await office('officer', ELSEWHERE),
    stepsOf: (id: string) =>
      db
        .select()
        .from(applicationStep)
        .where(eq(applicationStep.applicationId, id))
        .orderBy(sql`rowid`),
    codesOf: (siteId: string) => db.select().from(code).where(eq(code.siteId, siteId)),
  }
}

export type ApplicationDesk = Awaited<ReturnType<typeof applicationDesk>>

/** A rule of officers', for one crop and market, from a day on. */
export async function makeMarketRule(
  db: Database,
  given: { readonly crop: string; readonly market: string; readonly value: RuleValue },
): Promise<void> {
  const { crop, market, value } = given
  await db.insert(marketRule).values({
    ...{ ...columnsOfValue(value), crop, market, subject: subjectOf(value) },
    ...{ id: `quy-dinh-${unique()}`, note: null, validFrom: '2026-11-01', validTo: null },
    ...{ source: 'Văn bản thử 1/2026', isDoubtful: false, isLifted: false, reason: null },
    ...{ replacedBy: null, actor: 'operator:thu', createdAt: NOW },
  })
}
