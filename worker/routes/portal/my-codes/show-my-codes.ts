import type { GrantedItem } from '../../../../db/queries/own-codes.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CERTIFICATION_KIND_NAMES } from '../../../copy/portal/certification.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { PURCHASES_COPY as P } from '../../../copy/portal/purchases.ts'
import { SECTION_NAMES } from '../../../copy/portal/section.ts'
import { OBJECTION_NAMES } from '../../../copy/use-objections.ts'
import { leftKgOf } from '../../../domain/code-use/authorisation-for.ts'
import type { Quota } from '../../../domain/quota/quota-of.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { type OwnCodes, ownCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { findingTable } from '../findings/finding-table.ts'
import type { Portal } from '../portal-route.ts'
import { PLAN_PATH, THROUGH_PATH } from '../purchases/paths.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { USE_COLUMNS, USES_PATH, useCells } from './use-table.ts'

/** `GET /portal/my-codes`. */
export async function showMyCodes(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const own = await ownCodes(ctx)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.title[lang],
    back: { href: '/portal', text: SECTION_NAMES.home[lang] },
    done: null,
    notes: [{ kind: 'note', text: W.lead[lang] }],
    primary: { href: USES_PATH, text: W.allUses[lang] },
    links: [
      { href: THROUGH_PATH, text: P.through[lang] },
      { href: PLAN_PATH, text: P.plan[lang] },
    ],
    facts: [],
    sections: [
      codeSection(own, lang),
      quotaSection(own, lang),
      ...(own.findings.length === 0
        ? []
        : [{ id: 'open', title: W.open[lang], table: findingTable(own.findings, lang) }]),
      paperSection(own, lang),
      waitingSection(own, lang),
      grantedSection(own, lang),
      ...(own.received.length === 0 ? [] : [receivedSection(own, lang)]),
      {
        ...{ id: 'uses', title: W.uses[lang] },
        table: tableOf(USE_COLUMNS, lang, {
          rows: own.uses.map((row) => useCells(row, lang)),
          empty: W.noUses,
        }),
      },
    ],
  })
}

function tableOf(
  columns: readonly LocalText[],
  lang: Language,
  given: { readonly rows: readonly (readonly TableCell[])[]; readonly empty: LocalText },
): NonNullable<DetailSection['table']> {
  return {
    columns: columns.map((name) => ({ name: name[lang] })),
    rows: given.rows,
    empty: given.empty[lang],
  }
}

function codeSection({ codes, nextChecks }: OwnCodes, lang: Language): DetailSection {
  return {
    ...{ id: 'codes', title: W.codes[lang] },
    table: tableOf([W.code, W.state, W.until, W.nextCheck], lang, {
      rows: codes.map(({ code, siteId, siteName, markets }) => [
        {
          text: code,
          code: true,
          href: `/portal/codes/${encodeURIComponent(code)}`,
          small: siteName,
        },
        {
          text: '',
          statuses: markets.map(({ market, status }) => ({
            name: marketName(market, lang),
            status: status ?? 'none',
          })),
        },
        {
          text: termOf(
            markets.flatMap(({ validTo }) => validTo ?? []),
            lang,
          ),
        },
        { text: checkOf(nextChecks.get(siteId), lang) },
      ]),
      empty: W.noCodes,
    }),
  }
}

function checkOf(on: string | undefined, lang: Language): string {
  return on === undefined ? W.noCheck[lang] : formatOn(on, lang)
}

/** The first term to end, of all markets. */
function termOf(days: readonly string[], lang: Language): string {
  const [first] = [...days].sort()
  return first === undefined ? W.noTerm[lang] : formatOn(first, lang)
}

function quotaSection({ quotas, codes }: OwnCodes, lang: Language): DetailSection {
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  return {
    ...{ id: 'quota', title: W.quota[lang], text: W.quotaText[lang] },
    table: tableOf([W.site, W.crop, W.market, W.allowed, W.packed, W.left], lang, {
      rows: quotas.map(({ siteId, name, markets, quota }) => {
        const site = codes.find((code) => code.siteId === siteId)
        const href = `/portal/sites/${encodeURIComponent(siteId)}`
        const head = [
          { text: site?.siteName ?? '…', href, small: site?.code ?? null },
          { text: name },
          {
            text:
              markets.length === 0
                ? C.everyMarket[lang]
                : markets.map((market) => marketName(market, lang)).join(', '),
          },
        ]
        if (quota === null) return [...head, { text: W.noQuota[lang] }, { text: '' }, { text: '' }]
        const { allowedKg, packedKg, leftKg } = quota
        return [
          ...head,
          { text: kg(allowedKg), small: basisOf(quota, lang) },
          { text: kg(packedKg) },
          { text: kg(Math.max(0, leftKg)) },
        ]
      }),
      empty: W.noAreas,
    }),
  }
}

/** What an allowed quantity is worked out of. */
export function basisOf(quota: Quota, lang: Language): string {
  const { plantedHa, ceilingTPerHa, intercropShare, carriedOverKg } = quota
  const values = {
    ha: formatQuantity({ value: plantedHa, unit: 'ha' }, lang),
    t: formatNumber(ceilingTPerHa, lang),
    share: formatNumber(Math.round(intercropShare * 100), lang),
  }
  const basis = fill(intercropShare < 1 ? W.basisShared[lang] : W.basis[lang], values)
  if (carriedOverKg === 0) return basis
  const carried = formatQuantity({ value: carriedOverKg, unit: 'kg' }, lang)
  return `${basis}${fill(W.basisCarried[lang], { kg: carried })}`
}

function paperSection({ papers }: OwnCodes, lang: Language): DetailSection {
  return {
    ...{ id: 'papers', title: W.papers[lang] },
    table: tableOf([W.paper, W.until], lang, {
      rows: papers.map(({ id, kind, number, standard, expiresOn }) => [
        {
          text: CERTIFICATION_KIND_NAMES[kind][lang],
          href: `/portal/certifications/${encodeURIComponent(id)}`,
          small: number ?? standard,
        },
        { text: expiresOn === null ? '' : formatOn(expiresOn, lang) },
      ]),
      empty: W.noPapers,
    }),
  }
}

function waitingSection({ waiting }: OwnCodes, lang: Language): DetailSection {
  return {
    ...{ id: 'waiting', title: W.waiting[lang] },
    table: tableOf([W.batch, W.packer, W.code, W.why], lang, {
      rows: waiting.map(({ ref, lot, packerName, code, objections }) => [
        { text: lot, small: ref },
        { text: packerName },
        { text: code, code: true },
        { text: objections.map(({ kind }) => OBJECTION_NAMES[kind][lang]).join(' · ') },
      ]),
      empty: W.noWaiting,
    }),
  }
}

const GRANT_COLUMNS = [W.party, W.site, W.period, W.limit, W.market] as const

function grantedSection({ granted, codes }: OwnCodes, lang: Language): DetailSection {
  const areas = new Map(
    codes.flatMap(({ siteId, siteName, slot }) =>
      slot === 'growing_area' ? [[siteId, siteName] as const] : [],
    ),
  )
  return {
    ...{ id: 'granted', title: W.granted[lang] },
    table: tableOf(GRANT_COLUMNS, lang, {
      rows: granted.map((row) => grantCells(row, { lang, isOurs: true })),
      empty: W.noGrants,
    }),
    links: [...areas].slice(0, 10).map(([id, name]) => ({
      href: linksPath(id),
      text: fill(W.grant[lang], { site: name }),
    })),
  }
}

function receivedSection({ received }: OwnCodes, lang: Language): DetailSection {
  return {
    ...{ id: 'received', title: W.received[lang] },
    table: tableOf(GRANT_COLUMNS, lang, {
      rows: received.map((row) => grantCells(row, { lang, isOurs: false })),
      empty: W.noReceived,
    }),
  }
}

function grantCells(
  row: GrantedItem,
  { lang, isOurs }: { readonly lang: Language; readonly isOurs: boolean },
): TableCell[] {
  const { areaId, areaName, areaCode, holderName, packerName, markets, quantityKg, usedKg } = row
  const { fromOn, toOn, endedAt, isConfirmed } = row
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const left = leftKgOf(row)
  const state = endedAt !== null ? W.over : isConfirmed ? null : W.notConfirmed
  return [
    {
      text: isOurs ? packerName : holderName,
      ...(isOurs ? { href: linksPath(areaId) } : {}),
      small: state?.[lang] ?? row.contractNo,
    },
    // A place of somebody else is known by its code alone.
    { text: isOurs ? areaName : (areaCode ?? '…'), code: !isOurs },
    { text: `${formatOn(fromOn, lang)} – ${toOn === null ? '' : formatOn(toOn, lang)}`.trim() },
    {
      text: quantityKg === null ? C.noLimit[lang] : kg(quantityKg),
      small:
        left === null
          ? fill(C.used[lang], { used: kg(usedKg) })
          : fill(C.usedOf[lang], { used: kg(usedKg), left: kg(left) }),
    },
    {
      text:
        markets.length === 0
          ? C.everyMarket[lang]
          : markets.map((market) => marketName(market, lang)).join(', '),
    },
  ]
}

function linksPath(siteId: string): string {
  return `/portal/sites/${encodeURIComponent(siteId)}/links`
}
