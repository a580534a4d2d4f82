import * as z from 'zod'
import {
  type AuditFilter,
  type AuditFoundRow,
  type AuditTarget,
  findActorByEmail,
  findAuditTargets,
  searchAuditRows,
} from '../../../db/queries/audit-search.ts'
import { AUDIT_ENTITIES } from '../../copy/portal/audit-names.ts'
import { AUDIT_REFUSALS } from '../../copy/refusals/audit.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import { addFault } from '../../resources/add-fault.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'

const line = z.string().trim().max(200).default('')

const dayField = z.string().transform((text, context): CalendarDate | null => {
  if (text.trim() === '') return null
  const reading = parseVietnameseDate(text)
  if (reading.ok) return reading.on
  addFault(context, AUDIT_REFUSALS.day)
  return z.NEVER
})

const input = z.object({
  /** A code however typed, the beginning of a site's name, a batch code, or the id of a thing. */
  q: line,
  /** An e-mail address, or an actor as it stands in the log. */
  actor: line,
  action: line,
  from: dayField.default(null),
  to: dayField.default(null),
  /** Goes on below this row. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullish(),
})

export type AuditSearchInput = z.input<typeof input>

export type AuditSearchResult = {
  readonly rows: readonly AuditFoundRow[]
  /** Where the next page begins; null when this is the last. */
  readonly nextBefore: number | null
  /** True when looking stopped before the page was full: there may be more further down. */
  readonly partial: boolean
}

export const AUDIT_PAGE_ROWS = 30

/**
 * The audit log, newest first. Officers with a place find what concerns its codes and sites, the
 * lists that changed some of them, and their own lists; administrators find everything. Throws `invalid_input` for a date that cannot
 * be read.
 */
export async function searchAudit({
  ctx,
  input: given,
}: Call<AuditSearchInput>): Promise<AuditSearchResult> {
  const bounds = boundsOf(ctx, 'audit.read')
  const fields = parseInput(input, given)
  const [targets, actor] = await Promise.all([
    fields.q === '' ? null : targetsOf(ctx, fields.q),
    fields.actor === '' ? null : actorOf(ctx, fields.actor),
  ])
  const filter: AuditFilter = {
    targets,
    actor,
    action: fields.action === '' ? null : fields.action,
    from: fields.from === null ? null : startOf(fields.from),
    to: fields.to === null ? null : startOf(addDays(fields.to, 1)),
    bounds: bounds?.kind === 'place' ? { ...bounds, actor: actorText(ctx.actor) } : null,
  }
  // Nobody reads the log by what belongs to an organisation.
  if (bounds?.kind === 'organisation') return { rows: [], nextBefore: null, partial: false }
  const before = fields.before ?? Number.MAX_SAFE_INTEGER
  const limit = AUDIT_PAGE_ROWS + 1
  const { rows, stoppedAt } = await searchAuditRows(ctx.db, { filter, before, limit })
  const shown = rows.slice(0, AUDIT_PAGE_ROWS)
  if (rows.length > AUDIT_PAGE_ROWS) {
    return { rows: shown, nextBefore: shown.at(-1)?.seq ?? null, partial: false }
  }
  return { rows: shown, nextBefore: stoppedAt, partial: stoppedAt !== null }
}

async function targetsOf(ctx: VerbContext, text: string): Promise<AuditTarget[]> {
  const nameFolded = foldVietnamese(text)
  const asked = { searchKey: codeSearchKey(text), nameFolded, ref: readTypedRef(text) }
  const found = await findAuditTargets(ctx.db, asked)
  const byId = Object.keys(AUDIT_ENTITIES).map((entity) => ({ entity, entityId: text }))
  return [...found, ...byId]
}

async function actorOf(ctx: VerbContext, text: string): Promise<string> {
  if (text.includes(':')) return text
  const account = text.includes('@') ? await findActorByEmail(ctx.db, text.toLowerCase()) : null
  return account ?? `operator:${text}`
}

/** Midnight in Vietnam, epoch milliseconds. */
function startOf(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00+07:00`)
}
