import { formatAt, formatOn } from '../../../copy/format.ts'
import { patternFigures } from '../../../copy/portal/pattern-figures.ts'
import {
  PATTERN_KIND_NAMES,
  PATTERN_LIMITS,
  PATTERN_REASONS,
  PATTERN_STATE_NAMES,
  PATTERNS_COPY as W,
} from '../../../copy/portal/patterns.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { type OpenedPattern, openPattern } from '../../../verbs/patterns/read-patterns.ts'
import { sitesOfPair } from '../../../verbs/patterns/site-pairs.ts'
import { casePath } from '../cases/case-path.ts'
import { pathIn, sitePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { type Links, showDetailPage } from '../show-detail-page.ts'

export const PATTERNS_PATH = '/portal/patterns'

export const patternPath = pathIn(PATTERNS_PATH)

/** `GET /portal/patterns/{id}`: what was found, why it is worth a look, and what it does not show. */
export async function showPattern(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await openPattern(ctx, param('id'), 'patterns.read')
  const { row, target } = opened
  const mayDecide = row.state === 'open' && mayDo(ctx.actor, 'cases.write', target)
  const path = patternPath(row.id)
  return showDetailPage(portal, {
    title: PATTERN_KIND_NAMES[row.kind],
    code: row.shown,
    back: { href: PATTERNS_PATH, text: W.title },
    notes: [{ kind: 'note', text: patternFigures(row, lang) }],
    primary: mayDecide ? { href: `${path}/case`, text: W.openCase } : undefined,
    links: [mayDecide && { href: `${path}/dismiss`, text: W.dismiss }, ...subjectLinks(opened)],
    facts: factsOf(opened, lang),
    sections: [
      { id: 'why', title: W.why, text: PATTERN_REASONS[row.kind] },
      { id: 'limits', title: W.notProof, text: PATTERN_LIMITS[row.kind] },
    ],
  })
}

function subjectLinks({ row }: OpenedPattern): Links {
  const { kind, subjectId, shown, caseId } = row
  const names = shown.split(' + ')
  const about =
    kind === 'opened_elsewhere'
      ? [
          {
            href: `/portal/scan?code=${encodeURIComponent(shown.split(' · ').at(-1) ?? '')}`,
            text: shown,
          },
        ]
      : sitesOfPair(subjectId).map((id, at) => ({
          href: sitePath(id),
          text: names[at] ?? shown,
        }))
  return caseId === null ? about : [{ href: casePath(caseId), text: W.caseLink }, ...about]
}

function factsOf({ row }: OpenedPattern, lang: Language) {
  const { state, foundAt, changedAt, siteName, decidedAt, decidedByName, reason } = row
  return [
    { label: W.state, text: PATTERN_STATE_NAMES[state] },
    { label: W.site, text: siteName },
    { label: W.found, text: formatOn(vietnamDateOf(foundAt), lang) },
    { label: W.changed, text: formatOn(vietnamDateOf(changedAt), lang) },
    reason !== null && { label: W.decided, text: reason },
    decidedAt !== null && {
      label: W.decidedBy,
      text: [decidedByName, formatAt(decidedAt, lang)].filter(Boolean).join(' · '),
    },
  ]
}
