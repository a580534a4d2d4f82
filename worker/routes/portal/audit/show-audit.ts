import type { FormView } from '../../../../site/models/portal-common.ts'
import { auditRowView } from '../../../../site/view/audit-view.ts'
import { AUDIT_ACTIONS } from '../../../copy/portal/audit-names.ts'
import { type AuditSearchResult, searchAudit } from '../../../verbs/audit/search-audit.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { freshForm, refusedQuestion } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const FILTERS = ['q', 'actor', 'action', 'from', 'to'] as const
const NOTHING: AuditSearchResult = { rows: [], nextBefore: null, partial: false }

/** `GET /portal/audit?q=&actor=&action=&from=&to=&before=`: the log by who, what and when. */
export async function showAudit(portal: Portal): Promise<Response> {
  const { ctx, c, lang, person } = portal
  const typed: Record<string, string> = {}
  for (const name of FILTERS) {
    const value = c.req.query(name)?.trim() ?? ''
    if (value !== '') typed[name] = value.slice(0, 200)
  }
  const ofPlace = person.place.provinceCode !== null
  const before = c.req.query('before') ?? null
  const { result, form, status } = await answer(portal, typed, before)
  const page = (below: number | null) => {
    const query = new URLSearchParams({ ...typed, ...(below && { before: String(below) }) })
    return query.size === 0 ? '/portal/audit' : `/portal/audit?${query}`
  }
  return showPortalPage(
    portal,
    {
      kind: 'portal/audit',
      form,
      filtered: Object.keys(typed).length > 0,
      actions: Object.entries(AUDIT_ACTIONS).map(([value, name]) => ({ value, text: name[lang] })),
      rows: result.rows.map((row) => auditRowView(row, lang, { ofPlace })),
      partial: result.partial,
      paging: {
        firstHref: before === null ? null : page(null),
        newerHref: null,
        olderHref: result.nextBefore === null ? null : page(result.nextBefore),
      },
      ofPlace,
      mayVerify: mayAny(ctx.actor, 'audit.verify'),
    },
    status,
  )
}

/** A date that cannot be read is told at its field, and nothing is listed. */
async function answer(
  { ctx, lang }: Portal,
  typed: Record<string, string>,
  before: string | null,
): Promise<{ result: AuditSearchResult; form: FormView; status: number }> {
  const form = freshForm(typed)
  try {
    return { result: await searchAudit({ ctx, input: { ...typed, before } }), form, status: 200 }
  } catch (error) {
    const refused = refusedQuestion({ error, values: typed, lang })
    return { result: NOTHING, form: { ...refused, problem: null }, status: 400 }
  }
}
