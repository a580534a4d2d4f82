import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { isolatePageFacts } from '../../../worker/platform/page-facts.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { accountsDatabase, makeAccount, signedIn } from '../../support/accounts-app.ts'
import { makeCode, makeContext, makeSite } from '../../support/factories.ts'

/** What the page of a place read is kept only while nothing changed: nobody sees an old one. */
describe('the page of a place', () => {
  let db: Database
  beforeAll(async () => {
    db = await accountsDatabase()
  })

  it('shows another officer’s edit and a new decision on the very next request', async () => {
    const pageFacts = isolatePageFacts({ maxBytes: 1_000_000 })
    const site = await makeSite(makeContext(db), { kind: 'growing_area', provinceCode: '91' })
    const { code } = await makeCode(makeContext(db), { siteId: site.id })
    const administrator = async () => signedIn(db, await makeAccount(db, 'admin'), { pageFacts })
    const [one, other] = await Promise.all([administrator(), administrator()])
    const path = `/portal/sites/${site.id}`
    const first = modelOf((await one.get(path)).model)
    expect(modelOf((await one.get(path)).model)).toEqual(first)
    const edited = await other.post(`/portal/sites/${site.id}/parcels`, {
      parcels: 'THUA-77',
      version: '1',
    })
    expect(edited.status).toBe(303)
    expect(modelOf((await one.get(path)).model).parcels.ids).toEqual(['THUA-77'])

    await recordCodeStatus({
      ctx: makeContext(db),
      input: {
        ...{ code, market: 'CHN', status: 'suspended', effectiveOn: '2026-01-01' },
        ...{ reason: 'Thử', documentNo: '1/TB' },
      },
    })
    const statuses = JSON.stringify(modelOf((await one.get(path)).model).codes)
    expect(statuses).toContain('suspended')
  })
})

function modelOf(model: PageModel | null) {
  if (model?.kind !== 'portal/sites/show') throw new Error(`got ${model?.kind}`)
  return model
}
