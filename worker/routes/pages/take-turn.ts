import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'

const AGENT_LENGTH = 120

/**
 * So often from one known device or one network; where no address is believed, of all whose browsers
 * are alike. Counted before anything is looked at.
 */
export async function takeTurn(c: Context<AppEnv>, name: 'report' | 'confirm'): Promise<void> {
  const { limits, originOf } = c.var.deps.accounts
  const { headers } = c.req.raw
  const { device, network } = originOf(headers)
  const own = device === null ? network : `device ${device}`
  if (own !== null) return limits.take(name, own)
  const agent = (headers.get('user-agent') ?? '').slice(0, AGENT_LENGTH)
  return limits.take(`${name}_shared`, `agent ${agent}`)
}
