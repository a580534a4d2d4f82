import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import {
  accountsDatabase,
  type Browser,
  makeAccount,
  signedIn,
} from '../../support/accounts-app.ts'
import { checksItem, OUTBOX } from '../../support/outbox/outbox-app.ts'

const post = async (browser: Browser, items: readonly unknown[], account?: string) => {
  const { response, status } = await browser.fetch(OUTBOX, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(account === undefined ? {} : { 'goc-account': account }),
    },
    body: JSON.stringify({ items }),
  })
  return { status, body: await response.json() }
}

it('goes under the session of its own account, waits where that has ended, and goes on after', async () => {
  const db = await accountsDatabase()
  const [ann, binh] = [await makeAccount(db, 'inspector'), await makeAccount(db, 'inspector')]
  const phone = await signedIn(db, ann)
  const item = checksItem('x')
  await db.run(sql`UPDATE session SET expires_at = 0`)
  const ended = await post(phone, [item], ann.userId)
  expect([ended.status, ended.body.code]).toEqual([401, 'unauthenticated'])

  // Somebody else signs in on the same telephone.
  await phone.signIn(binh.email)
  const theirs = await post(phone, [item], ann.userId)
  expect([theirs.status, theirs.body.code]).toEqual([409, 'other_account'])

  await phone.signIn(ann.email)
  const sent = await post(phone, [item], ann.userId)
  expect([sent.status, sent.body]).toEqual([200, { results: [{ id: item.id, status: 'stored' }] }])
  const again = await post(phone, [item])
  expect(again.body.results[0].status).toBe('already')
})
