import type { GrantSite } from '../../../db/queries/code-portal.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { codeStatusName } from '../../copy/names.ts'
import type { CODE_MESSAGES } from '../../copy/portal/code-messages.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { GrantPlan } from './plan-grant.ts'

/** What the holder is told of a code that was granted, or re-issued in the place of `old`. */
export function grantMessage(input: {
  readonly text: typeof CODE_MESSAGES
  readonly plan: GrantPlan
  readonly site: GrantSite
  readonly old: string | null
}): { title: LocalText; body: LocalText; href: `/${string}` } {
  const { text, plan, site, old } = input
  const { code } = plan.code
  const firsts = plan.decisions.filter(({ status }) => status !== 'expired')
  const markets = inEach((lang) =>
    firsts
      .map(({ market, status }) => {
        return `${marketName(market, lang)}: ${codeStatusName(status as CodeStatus, lang)}`
      })
      .join('; '),
  )
  const values = { code, old: old ?? '', site: site.name, markets }
  return {
    title: fillAll(old === null ? text.granted : text.reissued, values),
    body: fillAll(old === null ? text.grantedBody : text.reissuedBody, values),
    href: `/portal/codes/${encodeURIComponent(code)}`,
  }
}
