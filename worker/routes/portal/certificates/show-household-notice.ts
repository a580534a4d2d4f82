import type { SignatureSheet } from '../../../../site/models/certificates.ts'
import { householdNoticeText } from '../../../../site/view/household-notice.ts'
import { fill } from '../../../copy/fill.ts'
import { marketName } from '../../../copy/markets.ts'
import { NOTICE_PORTAL_COPY as W } from '../../../copy/portal/certificates.ts'
import { SIGNATURE_SHEET } from '../../../copy/portal/household-notice.ts'
import { addressQr } from '../../../lib/print/address-qr.ts'
import { darkPath } from '../../../lib/print/dark-path.ts'
import {
  type HouseholdNoticeFacts,
  householdNotice,
  MAX_SIGNATURES,
} from '../../../verbs/certificates/household-notice.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal/codes/{CODE}/household-notice?market=&list=1`: what the households are told, to print. */
export async function showHouseholdNotice(portal: Portal): Promise<Response> {
  const { ctx, c, param } = portal
  const withList = c.req.query('list') === '1' ? 'yes' : 'no'
  const market = c.req.query('market') ?? null
  const input = { code: param('code'), market, withList } as const
  const facts = await householdNotice({ ctx, input })
  const path = `/portal/codes/${encodeURIComponent(facts.entry.code)}`
  const chosen = facts.decision?.market ?? null
  const href = (of: string | null, list: 'yes' | 'no') => {
    const query = new URLSearchParams({ ...(of && { market: of }), ...(list === 'yes' && LIST) })
    return query.size === 0 ? `${path}/household-notice` : `${path}/household-notice?${query}`
  }
  return showPortalPage(portal, {
    kind: 'portal/certificates/household-notice',
    backHref: `${path}/certificate`,
    choices: facts.markets.map((of) => ({
      href: href(of, withList),
      text: marketName(of, portal.lang),
      current: of === chosen,
    })),
    notice: noticeOf(portal, facts),
    signatures: signaturesOf(facts),
    listLink: !facts.mayListHouseholds
      ? null
      : withList === 'yes'
        ? { href: href(chosen, 'no'), text: W.withoutList[portal.lang] }
        : { href: href(chosen, 'yes'), text: W.withList[portal.lang] },
  })
}

const LIST = { list: '1' }

function noticeOf({ deps }: Portal, facts: HouseholdNoticeFacts) {
  const { entry, decision, restored, printedAt } = facts
  if (decision === null) return null
  const url = `${deps.origin}/codes/${encodeURIComponent(entry.code)}`
  const matrix = addressQr(url)
  const qr = { path: darkPath(matrix), size: matrix.size }
  const body = facts.body ?? { name: deps.issuerName, hotline: null }
  return householdNoticeText({ entry, decision, restored, body, printedAt, url, qr })
}

function signaturesOf({ households, entry }: HouseholdNoticeFacts): SignatureSheet | null {
  if (households === null) return null
  return {
    title: fill(SIGNATURE_SHEET.title, { code: entry.code }),
    rows: households
      .slice(0, MAX_SIGNATURES)
      .map(({ name, plot }, i) => ({ no: i + 1, name, plot: plot ?? '' })),
    more: households.length > MAX_SIGNATURES ? SIGNATURE_SHEET.more : null,
  }
}
