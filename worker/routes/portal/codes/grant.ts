import type { FormView } from '../../../../site/models/portal-common.ts'
import { marketName } from '../../../copy/markets.ts'
import { REISSUE_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { normaliseCode } from '../../../domain/codes/normalise-code.ts'
import { REISSUE_REASONS } from '../../../domain/codes/reissue-reasons.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import { grantCode, grantSite } from '../../../verbs/codes/grant-code.ts'
import { reissueCode } from '../../../verbs/codes/reissue-code.ts'
import { type ShownCode, showCode } from '../../../verbs/codes/show-code.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import { typedFrom, typedQuery } from '../on-the-way.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { firstStatusChoices, marketChoices } from './choices.ts'
import { MARKET_ROWS, readGrant, textOf } from './read-grant.ts'

type Site = Awaited<ReturnType<typeof grantSite>>

/** `GET /portal/codes/new?site=`. */
export async function showGrant(portal: Portal): Promise<Response> {
  const siteId = portal.c.req.query('site') ?? ''
  const site = siteId === '' ? null : await grantSite(portal.ctx, siteId)
  const typed = typedFrom(portal.c.req.query('typed') ?? '')
  const form = freshForm({ 'markets.0.status': 'active', ...typed, siteId })
  return show(portal, { site, form, old: null })
}

/** `POST /portal/codes/new/place?kind=`: the place is added first; what was typed here waits. */
export async function addPlaceFirst(portal: Portal): Promise<Response> {
  const kind = portal.c.req.query('kind') === 'packing_house' ? 'packing_house' : 'growing_area'
  const query = new URLSearchParams({ kind, way: typedQuery(portal.form) })
  return seeOther(portal, `/portal/sites/new?${query}`)
}

/** `POST /portal/codes/new`. */
export async function grant(portal: Portal): Promise<Response> {
  const { ctx, form, deps } = portal
  const siteId = textOf(form, 'siteId')
  const site = await grantSite(ctx, siteId)
  return answerForm(portal, {
    act: async () => {
      const { code } = await grantCode({ ctx, input: { ...readGrant(form), siteId } })
      deps.waitUntil(sendLetters(deps))
      return seeOther(portal, `/portal/codes/${encodeURIComponent(code)}?done=granted`)
    },
    refused: (view, status) => show(portal, { site, form: view, old: null }, status),
  })
}

/** `GET /portal/codes/{code}/reissue`: the new code begins with the old one's markets and terms. */
export async function showReissue(portal: Portal): Promise<Response> {
  const { shown, site } = await readOld(portal)
  const carried = openMarkets(shown)
    .slice(0, MARKET_ROWS)
    .flatMap(({ market, status, validTo }, i) => [
      [`markets.${i}.market`, market] as const,
      [`markets.${i}.status`, status] as const,
      [`markets.${i}.validTo`, validTo ?? ''] as const,
    ])
  return show(portal, { site, form: freshForm(Object.fromEntries(carried)), old: shown })
}

/** Where the old code counts today, and so needs a day on which it ends. */
function openMarkets({ today }: ShownCode) {
  return today.filter(({ status }) => status === 'active' || status === 'pending_foreign_approval')
}

/** `POST /portal/codes/{code}/reissue`. */
export async function reissue(portal: Portal): Promise<Response> {
  const { ctx, form, deps } = portal
  const { shown, site } = await readOld(portal)
  return answerForm(portal, {
    act: async () => {
      const { code } = await reissueCode({
        ctx,
        input: {
          ...readGrant(form),
          old: shown.code.code,
          reason: textOf(form, 'reason'),
          // Checked by the verb, which names what is allowed.
          reasonKind: textOf(form, 'reasonKind') as (typeof REISSUE_REASONS)[number],
          oldEnds: Object.fromEntries(
            openMarkets(shown).map(({ market }) => [market, textOf(form, `oldEnds.${market}`)]),
          ),
        },
      })
      deps.waitUntil(sendLetters(deps))
      return seeOther(portal, `/portal/codes/${encodeURIComponent(code)}?done=granted`)
    },
    refused: (view, status) => show(portal, { site, form: view, old: shown }, status),
  })
}

async function readOld(portal: Portal): Promise<{ shown: ShownCode; site: Site }> {
  const { param, ctx } = portal
  const shown = await showCode(ctx, param('code'))
  return { shown, site: await grantSite(ctx, shown.code.siteId) }
}

function show(
  portal: Portal,
  input: { readonly site: Site | null; readonly form: FormView; readonly old: ShownCode | null },
  status = 200,
): Promise<Response> {
  const { lang } = portal
  const { site, form } = input
  const old = input.old?.code.code ?? null
  const place = [site?.communeName, site?.provinceName].filter((part) => part != null).join(', ')
  return showPortalPage(
    portal,
    {
      kind: 'portal/codes/grant',
      site:
        site === null
          ? null
          : { id: site.id, name: site.name, holder: site.organisationName, place },
      form,
      action:
        old === null ? '/portal/codes/new' : `/portal/codes/${encodeURIComponent(old)}/reissue`,
      old,
      oldMarkets: (input.old === null ? [] : openMarkets(input.old)).map(({ market }) => ({
        value: market,
        text: marketName(market, lang),
      })),
      reasons: REISSUE_REASONS.map((value) => ({ value, text: REISSUE_REASON_NAMES[value][lang] })),
      markets: marketChoices(lang),
      statuses: firstStatusChoices(lang),
      rows: MARKET_ROWS,
      takenHref: takenHref(form),
    },
    status,
  )
}

/** Where the code that was refused as taken can be looked at. */
function takenHref({ values, errors }: FormView): string | null {
  const reading = normaliseCode(values['code'] ?? '')
  if (errors['code'] === undefined || !reading.ok) return null
  return `/codes/${encodeURIComponent(reading.code)}`
}
