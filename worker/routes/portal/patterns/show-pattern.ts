import type { Link } from '../../../../site/models/records.ts'
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
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

export const PATTERNS_PATH = '/portal/patterns'

export function patternPath(id: string): `/portal/${string}` {
  return `${PATTERNS_PATH}/${encodeURIComponent(id)}`
}

/** `GET /portal/patterns/{id}`: what was found, why it is worth a look, and what it does not show. */
export async function showPattern(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await openPattern(ctx, param('id'), 'patterns.read')
  const { row, target } = opened
  const mayDecide = row.state === 'open' && mayDo(ctx.actor, 'cases.write', target)
  const path = patternPath(row.id)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: PATTERN_KIND_NAMES[row.kind][lang],
    code: row.shown,
    back: { href: PATTERNS_PATH, text: W.title[lang] },
    done: null,
    notes: [{ kind: 'note', text: patternFigures(row, lang) }],
    ...(mayDecide ? { primary: { href: `${path}/case`, text: W.openCase[lang] } } : {}),
    links: [
      ...(mayDecide ? [{ href: `${path}/dismiss`, text: W.dismiss[lang] }] : []),
      ...subjectLinks(opened, lang),
    ],
    facts: factsOf(opened, lang),
    sections: [
      { id: 'why', title: W.why[lang], text: PATTERN_REASONS[row.kind][lang] },
      { id: 'limits', title: W.notProof[lang], text: PATTERN_LIMITS[row.kind][lang] },
    ],
  })
}

function subjectLinks({ row }: OpenedPattern, lang: Language): Link[] {
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
          href: `/portal/sites/${encodeURIComponent(id)}`,
          text: names[at] ?? shown,
        }))
  return caseId === null ? about : [{ href: casePath(caseId), text: W.caseLink[lang] }, ...about]
}

function factsOf({ row }: OpenedPattern, lang: Language) {
  const { state, foundAt, changedAt, siteName, decidedAt, decidedByName, reason } = row
  return [
    { label: W.state[lang], text: PATTERN_STATE_NAMES[state][lang] },
    { label: W.site[lang], text: siteName },
    { label: W.found[lang], text: formatOn(vietnamDateOf(foundAt), lang) },
    { label: W.changed[lang], text: formatOn(vietnamDateOf(changedAt), lang) },
    ...(reason === null ? [] : [{ label: W.decided[lang], text: reason }]),
    ...(decidedAt === null
      ? []
      : [
          {
            label: W.decidedBy[lang],
            text: [decidedByName, formatAt(decidedAt, lang)].filter(Boolean).join(' · '),
          },
        ]),
  ]
}
