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
import { codePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { PLAN_PATH, THROUGH_PATH } from '../purchases/paths.ts'
import { type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { grantedSection, receivedSection } from './grant-sections.ts'
import { quotaSection } from './quota-section.ts'
import { ownUseColumns, USES_PATH } from './use-table.ts'

/** `GET /portal/my-codes`. */
export async function showMyCodes(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const own = await ownCodes(ctx)
  return showDetailPage(portal, {
    title: W.title,
    back: { href: '/portal', text: SECTION_NAMES.home },
    notes: [{ kind: 'note', text: W.lead }],
    primary: { href: USES_PATH, text: W.allUses },
    links: [
      { href: THROUGH_PATH, text: P.through },
      { href: PLAN_PATH, text: P.plan },
    ],
    sections: [
      codeSection(own, lang),
      quotaSection(own, lang),
      own.findings.length > 0 && {
        id: 'open',
        title: W.open,
        table: findingTable(own.findings, lang),
      },
      paperSection(own, lang),
      waitingSection(own, lang),
      grantedSection(own, lang),
      own.received.length > 0 && receivedSection(own, lang),
      tableSection('uses', own.uses, {
        title: W.uses,
        columns: ownUseColumns(lang),
        empty: W.noUses,
      }),
    ],
  })
}

function codeSection({ codes, nextChecks }: OwnCodes, lang: Language): Section {
  return tableSection('codes', codes, {
    title: W.codes,
    columns: [
      column(W.code, ({ code, siteName }) => ({
        text: code,
        code: true,
        href: codePath(code),
        small: siteName,
      })),
      column(W.state, ({ markets }) => ({
        text: '',
        statuses: markets.map(({ market, status }) => ({
          name: marketName(market, lang),
          status: status ?? 'none',
        })),
      })),
      column(W.until, (row) =>
        termOf(
          row.markets.flatMap(({ validTo }) => validTo ?? []),
          lang,
        ),
      ),
      column(W.nextCheck, ({ siteId }) => checkOf(nextChecks.get(siteId), lang)),
    ],
    empty: W.noCodes,
  })
}

function checkOf(on: string | undefined, lang: Language): string {
  return on === undefined ? W.noCheck[lang] : formatOn(on, lang)
}

/** The first term to end, of all markets. */
function termOf(days: readonly string[], lang: Language): string {
  const [first] = [...days].sort()
  return first === undefined ? W.noTerm[lang] : formatOn(first, lang)
}

function paperSection({ papers }: OwnCodes, lang: Language): Section {
  return tableSection('papers', papers, {
    title: W.papers,
    columns: [
      column(W.paper, ({ id, kind, number, standard }) => ({
        text: CERTIFICATION_KIND_NAMES[kind],
        href: `/portal/certifications/${encodeURIComponent(id)}`,
        small: number ?? standard,
      })),
      column(W.until, ({ expiresOn }) => expiresOn && formatOn(expiresOn, lang)),
    ],
    empty: W.noPapers,
  })
}

function waitingSection({ waiting }: OwnCodes, lang: Language): Section {
  return tableSection('waiting', waiting, {
    title: W.waiting,
    columns: [
      column(W.batch, ({ lot, ref }) => ({ text: lot, small: ref })),
      column(W.packer, ({ packerName }) => packerName),
      column(W.code, ({ code }) => ({ text: code, code: true })),
      column(W.why, ({ objections }) =>
        objections.map(({ kind }) => OBJECTION_NAMES[kind][lang]).join(' · '),
      ),
    ],
    empty: W.noWaiting,
  })
}
