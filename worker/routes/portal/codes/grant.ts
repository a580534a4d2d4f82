import type { FormView } from '../../../../site/models/portal-common.ts'
import { marketName } from '../../../copy/markets.ts'
import { REISSUE_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { normaliseCode } from '../../../domain/codes/normalise-code.ts'
import { REISSUE_REASONS } from '../../../domain/codes/reissue-reasons.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { grantCode, grantSite } from '../../../verbs/codes/grant-code.ts'
import { reissueCode } from '../../../verbs/codes/reissue-code.ts'
import { type ShownCode, showCode } from '../../../verbs/codes/show-code.ts'
import { formRoute } from '../form-route.ts'
import { typedFrom, typedQuery } from '../on-the-way.ts'
import type { Portal } from '../portal-route.ts'
import { type PortalPagePart, seeOther } from '../show-portal-page.ts'
import { firstStatusChoices, marketChoices } from './choices.ts'
import { MARKET_ROWS, readGrant, textOf } from './read-grant.ts'

type Site = Awaited<ReturnType<typeof grantSite>>

/** `/portal/codes/new?site=`. */
export const grantForm = formRoute({
  path: '/portal/codes/new',
  may: 'codes.grant',
  keyless: true,
  load: async ({ c, ctx, form }) => {
    const isAsked = c.req.method === 'GET'
    const siteId = isAsked ? (c.req.query('site') ?? '') : textOf(form, 'siteId')
    return isAsked && siteId === '' ? null : await grantSite(ctx, siteId)
  },
  values: (_, { c }) => ({
    'markets.0.status': 'active',
    ...typedFrom(c.req.query('typed') ?? ''),
    siteId: c.req.query('site') ?? '',
  }),
  act: async ({ ctx, form, deps }) => {
    const siteId = textOf(form, 'siteId')
    const { code } = await grantCode({ ctx, input: { ...readGrant(form), siteId } })
    deps.waitUntil(sendLetters(deps))
    return grantedPath(code)
  },
  page: ({ lang }, { loaded: site, form }) => pageOf({ site, form, old: null, lang }),
})

/** `POST /portal/codes/new/place?kind=`: the place is added first; what was typed here waits. */
export async function addPlaceFirst(portal: Portal): Promise<Response> {
  const kind = portal.c.req.query('kind') === 'packing_house' ? 'packing_house' : 'growing_area'
  const query = new URLSearchParams({ kind, way: typedQuery(portal.form) })
  return seeOther(portal, `/portal/sites/new?${query}`)
}

/** `/portal/codes/{code}/reissue`: the new code begins with the old one's markets and terms. */
export const reissueForm = formRoute({
  path: '/portal/codes/:code/reissue',
  may: 'codes.grant',
  keyless: true,
  load: async ({ param, ctx }) => {
    const old = await showCode(ctx, param('code'))
    return { old, site: await grantSite(ctx, old.code.siteId) }
  },
  values: ({ old }) =>
    Object.fromEntries(
      openMarkets(old)
        .slice(0, MARKET_ROWS)
        .flatMap(({ market, status, validTo }, i) => [
          [`markets.${i}.market`, market],
          [`markets.${i}.status`, status],
          [`markets.${i}.validTo`, validTo ?? ''],
        ]),
    ),
  act: async ({ ctx, form, deps }, { old }) => {
    const { code } = await reissueCode({
      ctx,
      input: {
        ...readGrant(form),
        old: old.code.code,
        reason: textOf(form, 'reason'),
        // Checked by the verb, which names what is allowed.
        reasonKind: textOf(form, 'reasonKind') as (typeof REISSUE_REASONS)[number],
        oldEnds: Object.fromEntries(
          openMarkets(old).map(({ market }) => [market, textOf(form, `oldEnds.${market}`)]),
        ),
      },
    })
    deps.waitUntil(sendLetters(deps))
    return grantedPath(code)
  },
  page: ({ lang }, { loaded, form }) => pageOf({ ...loaded, form, lang }),
})

function grantedPath(code: string): string {
  return `/portal/codes/${encodeURIComponent(code)}?done=granted`
}

/** Where the old code counts today, and so needs a day on which it ends. */
function openMarkets({ today }: ShownCode) {
  return today.filter(({ status }) => status === 'active' || status === 'pending_foreign_approval')
}

function pageOf(shown: {
  readonly site: Site | null
  readonly form: FormView
  readonly old: ShownCode | null
  readonly lang: Language
}): PortalPagePart {
  const { site, form, lang } = shown
  const old = shown.old?.code.code ?? null
  const place = [site?.communeName, site?.provinceName].filter((part) => part != null).join(', ')
  return {
    kind: 'portal/codes/grant',
    site:
      site === null ? null : { id: site.id, name: site.name, holder: site.organisationName, place },
    form,
    action: old === null ? '/portal/codes/new' : `/portal/codes/${encodeURIComponent(old)}/reissue`,
    old,
    oldMarkets: (shown.old === null ? [] : openMarkets(shown.old)).map(({ market }) => ({
      value: market,
      text: marketName(market, lang),
    })),
    reasons: REISSUE_REASONS.map((value) => ({ value, text: REISSUE_REASON_NAMES[value][lang] })),
    markets: marketChoices(lang),
    statuses: firstStatusChoices(lang),
    rows: MARKET_ROWS,
    takenHref: takenHref(form),
  }
}

/** Where the code that was refused as taken can be looked at. */
function takenHref({ values, errors }: FormView): string | null {
  const reading = normaliseCode(values['code'] ?? '')
  if (errors['code'] === undefined || !reading.ok) return null
  return `/codes/${encodeURIComponent(reading.code)}`
}
