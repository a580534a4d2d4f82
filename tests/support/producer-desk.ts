import { createKey } from '../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from './database.ts'
import { makeContext } from './factories.ts'
import { makePerson, portalApp } from './portal-app.ts'

/** A database of its own with a key to sign labels by, and a producer at the portal. */
export async function producerDesk() {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  const person = await makePerson(db, 'producer')
  return { db, ctx, person, app: portalApp(db, person) }
}
