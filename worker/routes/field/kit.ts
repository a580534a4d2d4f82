import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { readFieldKit } from '../../verbs/diary/read-field-kit.ts'
import { DEVICE_HEADERS, signedInPerson } from './signed-in-person.ts'

/** `GET /app/kit`: what the app keeps on the device of whoever is signed in; nobody else's cache does. */
export async function showKit(c: Context<AppEnv>): Promise<Response> {
  const { deps } = c.var
  const person = await signedInPerson(c)
  const kit = await readFieldKit({ db: deps.db(), now: deps.now, actor: person })
  return c.json(kit, 200, DEVICE_HEADERS)
}
