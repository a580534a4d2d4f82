import type { SiteModel } from '../../../../site/models/sites.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { FINDING_STATE_NAMES } from '../../../copy/portal/findings.ts'
import {
  INSPECTION_KIND_NAMES,
  INSPECTION_OUTCOME_NAMES,
} from '../../../copy/portal/inspections.ts'
import { SITE_CHECKS_COPY as W } from '../../../copy/portal/site-checks.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { type ChecksOfSite, checksOfSite } from '../../../verbs/inspections/checks-of-site.ts'
import type { SitePage } from '../../../verbs/sites/load-site-page.ts'
import { findingPath, firstWords } from '../findings/finding-table.ts'
import { INSPECTIONS_PATH, inspectionPath } from '../inspections/inspection-path.ts'
import { startPath } from '../minutes/paths.ts'
import { visitPath } from '../monitoring/paths.ts'
import type { Portal } from '../portal-route.ts'

const SHOWN = 5

/** How a place was looked at, with ways to all of it. */
export async function siteChecks(
  { ctx, deps, lang, person, signedIn }: Portal,
  { site }: SitePage,
): Promise<SiteModel['checks']> {
  const checks = await deps.pageFacts.read({
    // What is seen of them depends on who looks.
    ...{ key: `checks ${site.id} ${person.userId}`, mark: signedIn.mark },
    load: () => checksOfSite(ctx, { siteId: site.id, target: targetOf(site), limit: SHOWN }),
    sizeOf: (kept) => JSON.stringify(kept).length * 2,
  })
  return {
    columns: [W.what, W.day, W.state].map((name) => ({ name: name[lang] })),
    rows: rowsOf(checks, lang),
    links: linksOf(checks, { siteId: site.id, lang }),
    newHref: checks.mayInspect && site.withdrawnAt === null ? startPath({ siteId: site.id }) : null,
  }
}

function rowsOf({ inspections, findings, visits }: ChecksOfSite, lang: Language) {
  const day = (on: string | null) => (on === null ? '' : formatOn(on, lang))
  return [
    ...(inspections ?? []).map(({ id, kind, inspectedOn, outcome, inspectorName }) => [
      { text: INSPECTION_KIND_NAMES[kind][lang], href: inspectionPath(id), small: inspectorName },
      { text: day(inspectedOn) },
      { text: INSPECTION_OUTCOME_NAMES[outcome][lang] },
    ]),
    ...(findings ?? []).map(({ id, text, dueOn, state }) => [
      { text: firstWords(text), href: findingPath(id), small: W.finding[lang] },
      { text: dueOn === null ? '' : fill(W.due[lang], { day: day(dueOn) }) },
      { text: FINDING_STATE_NAMES[state][lang] },
    ]),
    ...(visits ?? []).map(({ id, plannedOn, dueOn, inspectorName }) => [
      { text: W.visit[lang], href: visitPath(id), small: inspectorName },
      { text: day(plannedOn), small: fill(W.due[lang], { day: day(dueOn) }) },
      { text: inspectorName === null ? W.nobody[lang] : W.planned[lang] },
    ]),
  ]
}

function linksOf(
  { inspections, findings }: ChecksOfSite,
  { siteId, lang }: { readonly siteId: string; readonly lang: Language },
) {
  const query = new URLSearchParams({ site: siteId })
  return [
    ...(inspections === null
      ? []
      : [{ href: `${INSPECTIONS_PATH}?${query}`, text: W.allInspections[lang] }]),
    ...(findings === null
      ? []
      : [{ href: `/portal/findings?${query}`, text: W.allFindings[lang] }]),
  ]
}
