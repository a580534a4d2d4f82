import { describe, expect, it } from 'vitest'
import type { CertificateSheetModel } from '../../../site/models/certificates.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { decideCertification } from '../../../worker/verbs/certifications/decide-certification.ts'
import {
  makeBatch,
  makeCertification,
  makeCode,
  makeContext,
  makeProduct,
  makeRun,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { producerDesk } from '../../support/producer-desk.ts'

const { db, ctx, person, app } = await producerDesk()

async function sealed() {
  const { organisationId } = person
  const { id: productId } = await makeProduct(ctx, { organisationId, name: `Xoài ${unique()}` })
  return (await makeRun(ctx, { batch: { productId } })).batch
}

const pathOf = (ref: string, lang = 'vi') => `/portal/batches/${ref}/sheet?lang=${lang}`

async function sheetOf(ref: string, lang = 'vi') {
  const { status, model } = await app.get(pathOf(ref, lang))
  expect(status).toBe(200)
  return (model as CertificateSheetModel).sheet
}

describe('the sheet of a batch', () => {
  it('says in each language what the batch is, with today’s status of its codes', async () => {
    const batch = await sealed()
    const titles = new Set<string>()
    for (const lang of ['vi', 'en', 'zh']) {
      const sheet = await sheetOf(batch.ref, lang)
      titles.add(sheet.title)
      const texts = sheet.facts.map(({ text }) => text)
      expect(sheet.number).toMatch(/L\d+$/)
      expect(texts.some((text) => text.startsWith('Xoài'))).toBe(true)
      expect(texts).toContain('Sở thử nghiệm')
      expect(sheet.markets.length).toBeGreaterThan(0)
      expect(sheet.markets.map(({ status }) => status)).toContain('active')
      expect(sheet.url).toBe(`https://tem.example.vn/b/${batch.ref}`)
    }
    expect(titles.size).toBe(3)
  })

  it('carries certificates once an officer confirmed them, and not before', async () => {
    const batch = await sealed()
    const { organisationId } = person
    const number = `VG-${unique()}`
    const { id } = await makeCertification(ctx, {
      kind: 'vietgap',
      texts: { organisationId, number },
      forHolder: true,
    })
    expect(JSON.stringify((await sheetOf(batch.ref)).facts)).not.toContain(number)
    const officer = makeContext(db, { actor: await makePerson(db, 'admin') })
    await decideCertification({ ctx: officer, input: { decision: 'confirm', id, version: 1 } })
    const fresh = portalApp(db, person)
    const { model } = await fresh.get(pathOf(batch.ref))
    expect(JSON.stringify((model as CertificateSheetModel).sheet.facts)).toContain(number)
  })

  it('of very many codes shows the first, says how many more there are and stays one page', async () => {
    const { organisationId } = person
    const { id: productId } = await makeProduct(ctx, { organisationId })
    const growingAreas: string[] = []
    for (let at = 0; at < 40; at++) {
      growingAreas.push((await makeCode(ctx, { holderId: organisationId })).code)
    }
    const { batch } = await makeRun(ctx, { batch: { productId, growingAreas } })
    const sheet = await sheetOf(batch.ref)
    expect(sheet.markets.length).toBeGreaterThan(2)
    expect(sheet.markets.length).toBeLessThan(41)
    // Those areas and the packing house.
    expect(sheet.moreMarkets).toContain(String(41 - sheet.markets.length))
  })

  it('is not printed before there are labels, nor of goods that are recalled', async () => {
    const { organisationId } = person
    const { id: productId } = await makeProduct(ctx, { organisationId })
    const open = await makeBatch(ctx, { productId })
    expect((await app.get(pathOf(open.ref))).status).toBe(409)
    const batch = await sealed()
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng' } })
    expect((await portalApp(db, person).get(pathOf(batch.ref))).status).toBe(409)
  })

  it('is for who may read the batch', async () => {
    const batch = await sealed()
    const other = portalApp(db, await makePerson(db, 'producer'))
    expect((await other.get(pathOf(batch.ref))).status).toBe(404)
  })
})
