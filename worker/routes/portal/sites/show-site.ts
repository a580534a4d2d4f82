import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { LinkView, SiteModel } from '../../../../site/models/sites.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { nameIn } from '../../../copy/names.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { SITES_COPY as W } from '../../../copy/portal/sites.ts'
import { DOCUMENT_KIND_NAMES } from '../../../copy/portal/sites-names.ts'
import { leftKgOf } from '../../../domain/code-use/authorisation-for.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { readSamplesOfSite } from '../../../verbs/residues/list-samples.ts'
import { loadSitePage, type SitePage } from '../../../verbs/sites/load-site-page.ts'
import { siteApplications } from '../applications/site-applications.ts'
import { codePath, sitePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { RESIDUES_PATH, sampleColumns } from '../residues/sample-table.ts'
import { say } from '../say.ts'
import { seasonColumns } from '../seasons/season-view.ts'
import { newPath } from '../seasons/show-list.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { type Table, tableOf } from '../table-of.ts'
import { historyView } from './history-view.ts'
import { siteChecks } from './site-checks.ts'
import { siteDone } from './site-done.ts'
import { areaNotes, siteFactList } from './site-facts-view.ts'
import { siteHead } from './site-head.ts'

const RESIDUES_SHOWN = 5

/** `GET /portal/sites/{id}?households={position}`. */
export async function showSite(portal: Portal): Promise<Response> {
  const { ctx, c, param, deps, lang } = portal
  const id = param('id')
  const householdsAfter = positionOf(c.req.query('households'))
  const page = await loadSitePage(ctx, {
    ...{ id, householdsAfter },
    keep: (load) =>
      deps.pageFacts.read({
        ...{ key: `site ${id} ${householdsAfter}`, mark: portal.signedIn.mark, load },
        sizeOf: (row) => JSON.stringify(row).length * 2,
      }),
  })
  const { site } = page
  const { withdrawnAt } = site
  const [residues, checks] = await Promise.all([residuesOf(portal, page), siteChecks(portal, page)])
  return showPortalPage(portal, {
    kind: 'portal/sites/show',
    site: siteHead(site),
    isHouse: site.labelSlot === 'packing_house',
    done: siteDone(portal),
    withdrawnOn: withdrawnAt === null ? null : formatOn(vietnamDateOf(withdrawnAt), lang),
    facts: siteFactList(page, lang),
    boundary: boundaryOf(page, lang),
    notes: areaNotes(page, lang),
    codes: page.codes.map((code) => codeCells(code, lang)),
    crops: page.crops.map(({ crop, variety, plantedAreaHa }) => [
      { text: crop },
      { text: variety ?? '' },
      { text: plantedAreaHa === null ? '' : hectares(plantedAreaHa, lang) },
    ]),
    checks,
    seasons: seasonsOf(portal, page),
    residues,
    applications: siteApplications(page.applications, lang),
    households: householdsOf(page, lang),
    parcels: { ids: page.parcels, more: page.moreParcels },
    links: page.links.map((link) => linkView(link, lang)),
    documents: page.documents.map((row) => documentView(site.id, row, lang)),
    history: page.history.map((entry) => historyView({ entry, fields: page.fields, lang })),
    mayReadPhones: page.mayReadPhones,
    mayWrite: page.mayWrite,
    // A code granted is never undone this way.
    mayWithdraw: page.mayWrite && page.codes.every(({ withdrawn }) => withdrawn),
    mayGrant: page.mayGrant,
    mayRestore:
      withdrawnAt !== null &&
      mayDo(ctx.actor, 'sites.write', {
        organisationId: site.organisationId,
        place: { provinceCode: site.provinceCode, communeCode: site.communeCode },
      }),
  })
}

/** The latest seasons on it; a packing house has none. */
function seasonsOf({ ctx, lang }: Portal, { site, seasons }: SitePage): SiteModel['seasons'] {
  const today = vietnamDateOf(ctx.now())
  const where = { siteName: site.name, organisation: site.organisationName }
  const mayOpen = site.withdrawnAt === null && mayDo(ctx.actor, 'diary.write', targetOf(site))
  const listed = seasons.map((row) => ({ ...row, ...where }))
  const table = tableOf(listed, { columns: seasonColumns({ today, lang }) })
  const { columns, rows } = say<Table>(table, lang)
  return {
    columns: columns.map(({ name }) => name),
    rows,
    listHref: `/portal/seasons?site=${encodeURIComponent(site.id)}`,
    newHref: mayOpen ? newPath(site.id) : null,
  }
}

/** The last residue samples taken on it: a breach is seen where the place is. */
async function residuesOf(
  { ctx, deps, lang, person, signedIn }: Portal,
  { site, codes }: SitePage,
): Promise<SiteModel['residues']> {
  const samples = await deps.pageFacts.read({
    // What is seen of them depends on who looks.
    ...{ key: `residues ${site.id} ${person.userId}`, mark: signedIn.mark },
    load: () => readSamplesOfSite(ctx, { siteId: site.id, limit: RESIDUES_SHOWN }),
    sizeOf: (kept) => JSON.stringify(kept).length * 2,
  })
  const mayAdd = site.withdrawnAt === null && mayDo(ctx.actor, 'residues.write', targetOf(site))
  const about = codes.find(({ withdrawn }) => !withdrawn)?.code ?? site.id
  return {
    ...say<Table>(tableOf(samples, { columns: sampleColumns(lang) }), lang),
    newHref: mayAdd ? `${RESIDUES_PATH}/new?${new URLSearchParams({ about })}` : null,
  }
}

/** The position in an address; nonsense begins at the beginning. */
export function positionOf(text: string | undefined): number {
  return /^\d{1,12}$/.test(text ?? '') ? Number(text) : 0
}

export function linkView(link: SitePage['links'][number], lang: Language): LinkView {
  const { id, contractNo, fromOn, toOn, ended, ahead, mayOpen, waitsFor } = link
  const { otherName, otherCode, otherId, quantityKg, markets, lends, usedKg } = link
  const left = leftKgOf(link)
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  return {
    ...{ id, contractNo, fromOn, toOn, ended, ahead, waitsFor, quantityKg, markets, lends },
    used:
      left === null
        ? fill(C.used[lang], { used: kg(usedKg) })
        : fill(C.usedOf[lang], { used: kg(usedKg), left: kg(left) }),
    // A place of somebody else is known by its code alone.
    other: mayOpen ? [otherName, otherCode].filter(Boolean).join(' · ') : (otherCode ?? '…'),
    href: mayOpen ? sitePath(otherId) : null,
  }
}

export function documentView(
  siteId: string,
  row: SitePage['documents'][number],
  lang: Language,
): SiteModel['documents'][number] {
  const { id, kind, title, bytes, createdAt } = row
  return {
    ...{ id, title, bytes, createdAt, kind: nameIn(DOCUMENT_KIND_NAMES, kind, lang) },
    href: `${sitePath(siteId)}/documents/${encodeURIComponent(id)}`,
  }
}

function boundaryOf({ boundary }: SitePage, lang: Language): SiteModel['boundary'] {
  if (boundary === null) return null
  const { geojson, areaHa, recordedAt } = boundary
  const typed = boundary.source === 'typed' ? W.typedPoints[lang] : boundary.source.toUpperCase()
  const source = boundary.fileName ?? typed
  return {
    geojson,
    areaHa,
    from: fill(W.boundaryFrom[lang], { when: formatAt(recordedAt, lang), source }),
  }
}

function codeCells(code: SitePage['codes'][number], lang: Language): TableCell[] {
  return [
    { text: code.code, code: true, href: codePath(code.code) },
    {
      text: code.withdrawn ? W.withdraw[lang] : '',
      statuses: code.withdrawn
        ? []
        : code.markets.map(({ market, status }) => ({ name: marketName(market, lang), status })),
    },
  ]
}

function householdsOf(page: SitePage, lang: Language): SiteModel['households'] {
  const { households, nextHouseholds, manyHouseholds, site } = page
  const count = formatNumber(site.householdsListed, lang)
  const told = manyHouseholds ? W.listedMany[lang] : W.listed[lang]
  const href = (position: number) => `${sitePath(site.id)}/households?after=${position}`
  return {
    listed: site.householdsListed === 0 ? null : fill(told, { count }),
    rows: households,
    paging: {
      newerHref: null,
      olderHref: nextHouseholds === null ? null : href(nextHouseholds),
    },
  }
}

function hectares(value: number, lang: Language): string {
  return formatQuantity({ value, unit: 'ha' }, lang)
}
