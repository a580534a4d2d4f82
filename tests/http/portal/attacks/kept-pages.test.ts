import { describe, expect, test } from 'vitest'
import type { Role } from '../../../../worker/domain/access/roles.ts'
import { isolatePageFacts } from '../../../../worker/platform/page-facts.ts'
import { makePerson, portalApp } from '../../../support/portal-app.ts'
import { AN_GIANG, openRegister } from '../sites-support.ts'

const { db, makeOwnSite } = await openRegister()

/** Somebody in the same isolate, where everybody's register stands at the same row of the log. */
async function inOneIsolate(
  pageFacts: ReturnType<typeof isolatePageFacts>,
  role: Role,
  given: Parameters<typeof makePerson>[2] = {},
) {
  const { accounts } = portalApp(db, null).deps
  const person = await makePerson(db, role, given)
  const signedIn = { person, sessionId: 's', signedInAt: 0, unread: 0, organisations: 1, mark: 7 }
  return portalApp(db, person, {
    pageFacts,
    accounts: { ...accounts, signedIn: async () => signedIn },
  })
}

describe('what was read for one person and kept', () => {
  test('is shown to nobody who may not read it themselves', async () => {
    const { path, person } = await makeOwnSite()
    const facts = isolatePageFacts({ maxBytes: 1_000_000 })
    const { organisationId } = person
    const owner = await inOneIsolate(facts, 'producer', { organisationId })
    expect((await owner.get(path)).status).toBe(200)
    const elsewhere = { provinceCode: '15', communeCode: null }
    for (const stranger of [
      await inOneIsolate(facts, 'producer'),
      await inOneIsolate(facts, 'packer'),
      await inOneIsolate(facts, 'officer', { place: elsewhere }),
      await inOneIsolate(facts, 'agency', { place: elsewhere }),
    ]) {
      expect((await stranger.get(path)).status).toBe(404)
    }
    expect((await owner.get(path)).status).toBe(200)
  })

  test('gives nobody the rights of whom it was read for', async () => {
    const { path } = await makeOwnSite()
    const facts = isolatePageFacts({ maxBytes: 1_000_000 })
    const officer = await inOneIsolate(facts, 'officer', { place: AN_GIANG })
    const agency = await inOneIsolate(facts, 'agency', { place: AN_GIANG })
    expect((await officer.get(path)).model).toMatchObject({ mayWrite: true, mayGrant: true })
    expect((await agency.get(path)).model).toMatchObject({ mayWrite: false, mayGrant: false })
  })
})
