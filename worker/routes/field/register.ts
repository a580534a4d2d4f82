import type { Context } from 'hono'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import {
  type KeptRegister,
  readScanRegister,
} from '../../verbs/scan-register/read-scan-register.ts'
import { DEVICE_HEADERS, signedInPerson } from './signed-in-person.ts'

/**
 * `GET /app/register?since=&scope=`: the batches and codes of one's place, to check labels without
 * signal; with what an earlier answer named as `asOf` and `scope`, only what changed since. Where that
 * is the same as the device has, 304 with the instant it holds for.
 */
export async function showRegister(c: Context<AppEnv>): Promise<Response> {
  const { db, now, giveWay, ownHosts, issuerName } = c.var.deps
  const actor = await signedInPerson(c)
  const read = await readScanRegister({ db: db(), now, giveWay, actor }, keptOf(c))
  const told = { accountId: actor.userId, hosts: [...ownHosts], issuer: issuerName }
  const { asOf, ...same } = { ...read, ...told }
  const etag = `W/"${(await sha256Hex(JSON.stringify(same))).slice(0, 32)}"`
  const headers = { ...DEVICE_HEADERS, etag, 'goc-as-of': String(asOf) }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.json({ ...same, asOf }, 200, headers)
}

function keptOf(c: Context<AppEnv>): KeptRegister | null {
  const since = c.req.query('since')
  const scope = c.req.query('scope')
  if (since === undefined && scope === undefined) return null
  if (since === undefined || !/^\d{1,15}$/.test(since) || scope === undefined)
    throw invalidField('since', REQUEST_REFUSALS.cursor)
  return { since: Number(since), scope: scope.slice(0, 64) }
}
