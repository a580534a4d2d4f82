import type { DetailSection } from '../../../../site/models/records.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CERTIFICATION_KIND_NAMES } from '../../../copy/portal/certification.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { PURCHASES_COPY as P } from '../../../copy/portal/purchases.ts'
import { SECTION_NAMES } from '../../../copy/portal/section.ts'
import { OBJECTION_NAMES } from '../../../copy/use-objections.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { type OwnCodes, ownCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { findingTable } from '../findings/finding-table.ts'
import type { Portal } from '../portal-route.ts'
import { PLAN_PATH, THROUGH_PATH } from '../purchases/paths.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { grantedSection, receivedSection } from './grant-sections.ts'
import { quotaSection } from './quota-section.ts'
import { tableOf } from './table-of.ts'
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
