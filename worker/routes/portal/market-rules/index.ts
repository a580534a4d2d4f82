import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { RULE_LIST } from '../../../resources/market-rule-list.ts'
import { exportRules, lookAtRules, saveRules } from '../../../verbs/market-rules/rule-list.ts'
import { sendFile } from '../imports/send-file.ts'
import { askedFormat } from '../list-tools.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { listRoutes } from '../records/list-routes.ts'
import { ruleForms } from './rule-forms.ts'
import { RULES_PATH as PATH } from './rule-path.ts'
import { showRuleList } from './show-list.ts'
import { showOneRule } from './show-one.ts'

/** What markets ask of crops: read by everybody, kept by officers. */
export const marketRuleRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'portal.use', handle: showRuleList },
  ...ruleForms,
  ...listRoutes({
    path: `${PATH}/list`,
    may: 'market_rules.write',
    title: W.import,
    backHref: PATH,
    described: RULE_LIST,
    look: lookAtRules,
    save: saveRules,
    after: `${PATH}?done=imported`,
  }),
  { method: 'GET', path: `${PATH}/export`, may: 'portal.use', handle: sendRules },
  { method: 'GET', path: `${PATH}/:id`, may: 'portal.use', handle: showOneRule },
]

async function sendRules(portal: Portal): Promise<Response> {
  const input = { format: askedFormat(portal) }
  return sendFile(await exportRules({ ctx: portal.ctx, input }))
}
