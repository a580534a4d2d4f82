import { marketName } from '../../../copy/markets.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { showCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { updateCodeMarket } from '../../../verbs/codes/update-code-market.ts'
import { requirePermission } from '../../../verbs/guard/authorise.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { formRoute } from '../form-route.ts'
import { textOf } from './read-grant.ts'

/** `/portal/codes/{code}/market?market=`: the term of a code in a market. */
export const termForm = formRoute({
  path: '/portal/codes/:code/market',
  may: 'codes.grant',
  keyless: true,
  load: async (portal) => {
    const { c, ctx, form, param } = portal
    const { code, markets } = await showCode(ctx, param('code'))
    requirePermission(ctx, 'codes.grant', targetOf(code))
    const market = c.req.method === 'GET' ? (c.req.query('market') ?? '') : textOf(form, 'market')
    const term = markets.find((each) => each.market === market)
    if (term === undefined) throw notFound(THINGS.marketOfCode)
    return { code: code.code, term }
  },
  values: ({ term: { market, validTo, externalId } }) => ({
    ...{ market, validTo: validTo ?? '', externalId: externalId ?? '' },
  }),
  act: async ({ ctx, form }, { code, term }) => {
    const text = (name: string) => textOf(form, name)
    await updateCodeMarket({
      ctx,
      input: {
        ...{ code, market: term.market, validTo: text('validTo') },
        ...{ externalId: text('externalId'), documentNo: text('documentNo') },
        reason: text('reason'),
      },
    })
    return `/portal/codes/${encodeURIComponent(code)}?done=term`
  },
  page: ({ lang }, { loaded: { code, term }, form }) => ({
    ...{ kind: 'portal/codes/term', code, form },
    market: marketName(term.market, lang),
    action: `/portal/codes/${encodeURIComponent(code)}/market`,
  }),
})
