import { sql } from 'drizzle-orm'
import type { DetailModel } from '../../site/models/records.ts'
import type { Place } from '../../worker/domain/access/roles.ts'
import { createKey } from '../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { addRule } from '../../worker/verbs/market-rules/save-rule.ts'
import { freshDatabase } from './database.ts'
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
} from './factories.ts'
import { makePerson, type PortalAnswer, portalApp } from './portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const FAR: Place = { provinceCode: '15', communeCode: null }

export type Asked = Readonly<Record<string, string>>
export type PreShipmentDesk = Awaited<ReturnType<typeof preShipmentDesk>>

export const CADMIUM = { name: 'Cadmi', checkProof: 'lab_test' }
export const LIMIT = {
  kind: 'residue_limit',
  name: 'Cadmi',
  amount: '0,05',
  limitUnit: 'mg/kg',
}
export const HEAT = { name: 'Xử lý nhiệt', checkProof: 'record', checkDays: '3' }

/** A packer with batches whose markets ask for checks, their officer, and one of another province. */
export async function preShipmentDesk() {
  const test = await freshDatabase()
  const ctx = makeContext(test.db)
  await createKey({ ctx, input: {} })
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
  ])
  const place = { provinceCode: '91', communeCode: '30337' }
  const { id: organisationId } = await makeOrganisation(ctx, place)
  const officer = portalApp(test.db, await makePerson(test.db, 'officer', { place: HERE }))
  const packer = portalApp(test.db, await makePerson(test.db, 'packer', { organisationId }))
  const elsewhere = portalApp(test.db, await makePerson(test.db, 'officer', { place: FAR }))

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

  return {
    test,
    ctx,
    organisationId,
    officer,
    packer,
    elsewhere,
    rule,
    /** A crop of its own for each test, and the rules of a market on it. */
    crop: async (...rules: readonly Asked[]) => {
      const name = `Quả thử ${unique()}`
      for (const texts of rules) await rule(name, texts)
      return name
    },
    /** A batch of the packer, of a growing area that is planted to the crop alone. */
    batchOf: async (cropName: string) => {
      const product = { organisationId, name: `Hàng loại ${unique()}` }
      const { id: productId } = await makeProduct(ctx, product)
      const { id: siteId } = await makeSite(ctx, { ...place, organisationId })
      await test.db.run(sql`INSERT INTO site_crop (site_id, crop, crop_folded) VALUES
        (${siteId}, ${cropName}, ${cropName.toLowerCase()})`)
      const { code } = await makeCode(ctx, { siteId })
      const { id, ref } = await makeBatch(ctx, { productId, growingAreas: [code] })
      return { id, ref, code, path: `/portal/batches/${ref}` as const }
    },
    issue: (ref: string) => issueLabels({ ctx, input: { ref, count: 5 } }),
    /** A laboratory test of a batch, passed unless said otherwise. */
    tested: async (batchId: string, texts: Asked = {}) => {
      await makeCertification(ctx, {
        kind: 'lab_test',
        texts: {
          ...{ organisationId, batchId, analyte: 'Cadmium', result: '0,02', unit: 'mg/kg' },
          ...{ resultLimit: '', verdict: 'passed', issuedBy: 'Vinacontrol' },
          ...{ sampledOn: '2026-06-01', sampleId: '', number: 'KQ-1', ...texts },
        },
      })
    },
  }
}

/** What a batch's page says of its checks. */
export const section = (answer: PortalAnswer) =>
  (answer.model as DetailModel).sections.find(({ id }) => id === 'checks')
export const states = (answer: PortalAnswer) =>
  section(answer)?.table?.rows.map(([name, , , state]) => `${name?.text}: ${state?.text}`)
