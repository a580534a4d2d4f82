import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { labelException, scanCount } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { storeScans } from '../../../worker/verbs/scan/store-scans.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeRun, makeSite, NOW, unique } from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { pathsOf, scanApp } from '../scan/support.ts'

const HERE = { provinceCode: '91', communeCode: null }
const ELSEWHERE = { provinceCode: '15', communeCode: null }
const DAY_MS = 86_400_000

let test: TestDatabase
let ctx: VerbContext
beforeAll(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
})

function shown<K extends PageModel['kind']>(model: PageModel | null, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind}`)
  return model as Extract<PageModel, { kind: K }>
}

const appOf = async (role: Person['role'], place = HERE) =>
  portalApp(test.db, await makePerson(test.db, role, { place }))

/** A label of a batch grown here, opened by so many in one day. */
async function opened(given: { profile?: 'gs1'; visitors?: number } = {}) {
  const { visitors = 60, profile } = given
  const site = await makeSite(ctx, { ...HERE, name: `Vùng ${unique()}` })
  const { code } = await makeCode(ctx, { siteId: site.id })
  const made = await makeRun(ctx, {
    ...(profile === undefined ? {} : { profile }),
    batch: { growingAreas: [code] },
  })
  const { ref } = made.batch
  const unitSpace = profile === 'gs1' ? `01/${made.batch.gtin}` : `B/${ref}`
  const label = { ref, unitSpace, serial: 2 }
  await visit(label, visitors, NOW)
  return { ...made, label, path: (await pathsOf(ctx, made.run.id))[1] ?? '' }
}

async function visit(
  label: { ref: string; unitSpace: string; serial: number },
  visitors: number,
  at: number,
) {
  const rows = Array.from({ length: visitors }, (_, number) => ({
    ...{ ...label, scannedAt: at, standing: 'clear', visitor: `v${at}-${number}` },
    region: number % 3 === 0 ? 'Hà Nội' : 'An Giang',
    visit: { address: `a${at}-${number}`, visitor: `v${at}-${number}` },
  }))
  await storeScans(test.db, rows, at)
}

const listed = async (app: Awaited<ReturnType<typeof appOf>>, state = '') => {
  const { model } = await app.get(`/portal/copies${state}`)
  return shown(model, 'portal/records').rows.map(([first]) => first)
}

const codesOf = async (path: string): Promise<string[]> => {
  const { body } = await scanApp(test.db).askJson(path)
  return body.reasons.map(({ code }: { code: string }) => code)
}

describe('a label that many opened', () => {
  it.each([{}, { profile: 'gs1' as const }])(
    'is listed for inspectors of where it was grown, with days and provinces (%o)',
    async (given) => {
      const { label } = await opened(given)
      const inspector = await appOf('inspector')
      const cell = (await listed(inspector)).find((one) => one?.small === label.ref)
      const href = cell?.href as `/portal${string}`
      expect(href).toMatch(new RegExp(`^/portal/copies/${label.ref}/2`))
      const page = shown((await inspector.get(href)).model, 'portal/detail')
      const rows = page.sections.map(({ table }) =>
        table?.rows.map((row) => row.map((c) => c.text)),
      )
      expect(rows).toEqual([
        [['15/06/2026', '60']],
        [
          ['An Giang', '40'],
          ['Hà Nội', '20'],
        ],
      ])
      // Two circles on the country, the larger one where more phones were.
      expect(page.sections[1]?.picture).toContain('r="9.0"><title>An Giang: 40</title>')
      expect(page.sections[1]?.picture).toContain('<title>Hà Nội: 20</title>')
      const elsewhere = await appOf('inspector', ELSEWHERE)
      expect((await listed(elsewhere)).map((one) => one?.small)).not.toContain(label.ref)
      expect((await elsewhere.get(href)).status).toBe(404)
    },
  )

  it('stands with the others on a drawing of where they were opened, and in words', async () => {
    await opened()
    const inspector = await appOf('inspector')
    const { picture } = shown((await inspector.get('/portal/copies')).model, 'portal/records')
    expect(picture?.drawing).toContain('<title>An Giang: ')
    expect(picture?.text).toMatch(/^An Giang: \d+ · Hà Nội: \d+$/)
    const elsewhere = await appOf('inspector', ELSEWHERE)
    const empty = shown((await elsewhere.get('/portal/copies')).model, 'portal/records')
    expect(empty.picture).toBeUndefined()
  })

  it('is confirmed by an inspector, once, and says so from then on', async () => {
    const { label, path } = await opened()
    const inspector = await appOf('inspector')
    const at = `/portal/copies/${label.ref}/2/decide` as const
    const form = shown((await inspector.get(at)).model, 'portal/record').form.values
    const empty = await inspector.post(at, { ...form, decision: 'confirmed', reason: ' ' })
    expect([empty.status, empty.model?.kind]).toEqual([400, 'portal/record'])
    const sent = { ...form, decision: 'confirmed', reason: 'Thấy 30 tem giống nhau' }
    expect((await inspector.post(at, sent)).status).toBe(303)
    const again = await inspector.post(at, { ...sent, decision: 'dismissed' })
    expect([again.status, again.model?.kind]).toEqual([409, 'portal/record'])
    const [row] = await test.db
      .select()
      .from(labelException)
      .where(eq(labelException.reason, sent.reason))
    expect(row).toMatchObject({ kind: 'copy_suspected', fromSerial: 2, toSerial: 2 })
    expect((await codesOf(path)).filter((code) => code === 'copy_suspected')).toHaveLength(1)
    expect((await listed(inspector)).map((one) => one?.small)).not.toContain(label.ref)
    const decided = await listed(inspector, '?state=decided')
    expect(decided.map((one) => one?.small)).toContain(label.ref)
  })

  it('that was dismissed says nothing until twice as many were counted', async () => {
    const { label, path } = await opened({ visitors: 40 })
    expect(await codesOf(path)).toContain('copy_suspected')
    const inspector = await appOf('inspector')
    const at = `/portal/copies/${label.ref}/2/decide` as const
    const form = shown((await inspector.get(at)).model, 'portal/record').form.values
    const sent = { ...form, decision: 'dismissed', reason: 'Hàng trưng bày' }
    expect((await inspector.post(at, sent)).status).toBe(303)
    expect(await codesOf(path)).not.toContain('copy_suspected')
    await visit(label, 39, NOW + DAY_MS)
    expect(await codesOf(path)).not.toContain('copy_suspected')
    await visit(label, 1, NOW + DAY_MS + 1)
    expect(await codesOf(path)).toContain('copy_suspected')
    const [row] = await test.db
      .select()
      .from(scanCount)
      .where(eq(scanCount.unitSpace, label.unitSpace))
    expect(row).toMatchObject({ visitors: 80, decision: null, dismissedVisitors: 40 })
    expect((await listed(inspector)).map((one) => one?.small)).toContain(label.ref)
  })

  it('is nobody’s business who does not inspect', async () => {
    const { label } = await opened()
    for (const role of ['producer', 'packer', 'agency'] as const) {
      const app = await appOf(role)
      expect((await app.get('/portal/copies')).status).toBe(403)
      expect((await app.get(`/portal/copies/${label.ref}/2`)).status).toBe(403)
    }
    const inspector = await appOf('inspector')
    for (const path of [`${label.ref}/1`, `${label.ref}/0`, `${label.ref}/x`, 'x/2'] as const) {
      expect([path, (await inspector.get(`/portal/copies/${path}`)).status]).toEqual([path, 404])
    }
  })
})
