import type { CodeDetailModel } from '../../../../site/models/codes.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { INSPECTION_OUTCOME_NAMES } from '../../../copy/portal/inspections.ts'
import { SITE_CHECKS_COPY as W } from '../../../copy/portal/site-checks.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { ShownCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import type { Reading } from '../../../verbs/context.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { lastMinutesOf } from '../../../verbs/inspections/checks-of-site.ts'
import { INSPECTIONS_PATH, inspectionPath } from '../inspections/inspection-path.ts'

/** When the place of a code was last inspected, and the ways to its minutes and findings. */
export async function checksOfCode(
  ctx: Reading,
  { shown, lang }: { readonly shown: ShownCode; readonly lang: Language },
): Promise<Pick<CodeDetailModel, 'facts' | 'links'>> {
  const { siteId } = shown.code
  const target = targetOf(shown.code)
  const minutes = await lastMinutesOf(ctx, { siteId, target, limit: 1 })
  if (minutes === null) return { facts: [], links: [] }
  const [last] = minutes
  const query = new URLSearchParams({ site: siteId })
  return {
    facts: [
      last === undefined
        ? { label: W.last[lang], text: W.never[lang] }
        : {
            label: W.last[lang],
            text: fill(W.lastText[lang], {
              day: formatOn(last.inspectedOn, lang),
              outcome: INSPECTION_OUTCOME_NAMES[last.outcome][lang],
            }),
            href: inspectionPath(last.id),
          },
    ],
    links: [
      { value: `${INSPECTIONS_PATH}?${query}`, text: W.allInspections[lang] },
      ...(mayDo(ctx.actor, 'findings.read', target)
        ? [{ value: `/portal/findings?${query}`, text: W.allFindings[lang] }]
        : []),
    ],
  }
}
