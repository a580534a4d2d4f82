import type { FormView } from '../../../../site/models/portal-common.ts'
import { marketName } from '../../../copy/markets.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { type ShownCode, showCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { updateCodeMarket } from '../../../verbs/codes/update-code-market.ts'
import { requirePermission } from '../../../verbs/guard/authorise.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './read-grant.ts'

/** `GET /portal/codes/{code}/market?market=`: the term of a code in a market. */
export async function showTerm(portal: Portal): Promise<Response> {
  const { shown, term } = await readFor(portal, portal.c.req.query('market') ?? '')
  const { market, validTo, externalId } = term
  const values = { market, validTo: validTo ?? '', externalId: externalId ?? '' }
  return show(portal, { shown, market, form: freshForm(values) })
}

/** `POST /portal/codes/{code}/market`. */
export async function changeTerm(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const text = (name: string) => textOf(form, name)
  const { shown, term } = await readFor(portal, text('market'))
  return answerForm(portal, {
    act: async () => {
      await updateCodeMarket({
        ctx,
        input: {
          ...{ code: shown.code.code, market: term.market, validTo: text('validTo') },
          ...{ externalId: text('externalId'), documentNo: text('documentNo') },
          reason: text('reason'),
        },
      })
      return seeOther(portal, `/portal/codes/${encodeURIComponent(shown.code.code)}?done=term`)
    },
    refused: (view, status) => show(portal, { shown, market: term.market, form: view }, status),
  })
}

async function readFor({ param, ctx }: Portal, market: string) {
  const shown = await showCode(ctx, param('code'))
  requirePermission(ctx, 'codes.grant', targetOf(shown.code))
  const term = shown.markets.find((each) => each.market === market)
  if (term === undefined) {
    throw notFound(THINGS.marketOfCode)
  }
  return { shown, term }
}

function show(
  portal: Portal,
  input: { readonly shown: ShownCode; readonly market: string; readonly form: FormView },
  status = 200,
): Promise<Response> {
  const { shown, market, form } = input
  const { code } = shown.code
  return showPortalPage(
    portal,
    {
      ...{ kind: 'portal/codes/term', code, form },
      market: marketName(market, portal.lang),
      action: `/portal/codes/${encodeURIComponent(code)}/market`,
    },
    status,
  )
}
