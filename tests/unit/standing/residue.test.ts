import { expect, it } from 'vitest'
import { reasonText } from '../../../worker/copy/reasons.ts'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { factsOf, TODAY, testOf } from '../../support/conformance/standing-facts.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeCertification, makeContext } from '../../support/factories.ts'

it('a residue above its limit stops the goods since the first such sample was taken', () => {
  const tests = ['2026-03-08', null, '2026-03-04'].map((sampledOn) =>
    testOf({ passed: false, sampledOn }),
  )
  const { reasons } = decideStanding(factsOf({ tests }), TODAY)
  expect(reasons).toMatchObject([
    { code: 'residue_exceeded', severity: 'stop', since: '2026-03-04', market: null },
  ])
  expect(reasons[0]?.text).toEqual({
    vi: 'Mẫu kiểm nghiệm của lô hàng, lấy ngày 04/03/2026, vượt mức cho phép.',
    en: 'A sample of this batch, taken on 4 March 2026, was above the permitted limit.',
    zh: '该批次于2026年3月4日所取样品的检测结果超过限量。',
  })
})

it('is told without a day where nobody knows when the sample was taken', () => {
  const tests = [testOf({ passed: false, sampledOn: null })]
  const [reason] = decideStanding(factsOf({ tests }), TODAY).reasons
  expect(reason).toMatchObject({ since: null, until: null })
  expect(reason?.text.vi).toBe('Mẫu kiểm nghiệm của lô hàng vượt mức cho phép.')
  expect(reason?.text).toEqual(
    reasonText({
      ...{ code: 'residue_exceeded', since: null, market: null, codeNo: null, status: null },
      ...{ documentNo: null, wording: null, breach: null, allowance: null },
      ...{ altered: false, expiresOn: null },
    }),
  )
})

it('keeps a batch from getting labels', async () => {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const { id: batchId, ref, organisationId } = await makeBatch(ctx)
  const found = { analyte: 'Carbendazim', result: '0,2', unit: 'mg/kg', resultLimit: '0,1 mg/kg' }
  const texts = { organisationId, batchId, ...found, verdict: 'failed', sampledOn: '2026-06-09' }
  await makeCertification(ctx, { kind: 'lab_test', texts })
  await expect(issueLabels({ ctx, input: { ref, count: 1 } })).rejects.toMatchObject({
    code: 'standing_stop',
    text: { vi: expect.stringContaining('vượt mức cho phép') },
  })
})
