import type {
  RegisterCode,
  RegisterCrop,
  RegisterEvent,
  RegisterMarket,
  RegisterOrganisation,
  RegisterSite,
} from '../../../db/queries/code-register.ts'
import {
  type RegisterWrites,
  registerStatements,
  sitesAreAt,
} from '../../../db/queries/code-register-writes.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import { noteChanges, type RegisterChange } from '../../../db/queries/import-changes.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { rowDifference } from '../../domain/audit/row-difference.ts'
import { toldInLog } from '../../domain/sites/told-in-log.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'

/** What one row of a list of codes writes; one row is stored whole or not at all. */
export type CodeWrite = {
  readonly organisations: RegisterOrganisation[]
  readonly sites: RegisterSite[]
  readonly siteUpdates: { readonly before: RegisterSite; readonly after: RegisterSite }[]
  readonly crops: RegisterCrop[]
  readonly codes: RegisterCode[]
  readonly codeUpdates: RegisterCode[]
  readonly markets: RegisterMarket[]
  readonly events: RegisterEvent[]
  /** Sites whose public facts change. */
  readonly changedSiteIds: string[]
  /** The same writes one by one with what stood before, so that the import can be taken back. */
  readonly changes: RegisterChange[]
}

export function emptyCodeWrite(): CodeWrite {
  return {
    organisations: [],
    sites: [],
    siteUpdates: [],
    crops: [],
    codes: [],
    codeUpdates: [],
    markets: [],
    events: [],
    changedSiteIds: [],
    changes: [],
  }
}

/**
 * The statements of some rows together, one per table; a later row's word on a thing is the last.
 * They are refused by a guard where a site was changed since the rows were decided.
 */
export function codeWriteStatements(
  ctx: VerbContext,
  rows: readonly CodeWrite[],
  importId: string,
): Statement[] {
  const marks = { at: ctx.now(), actor: actorText(ctx.actor), importId }
  const siteIds = [...new Set(rows.flatMap((row) => row.changedSiteIds))]
  const changes = rows.flatMap((row) => row.changes)
  return [
    ...siteGuards(ctx, rows),
    ...registerStatements(ctx.db, together(rows), marks),
    ...noteChanges(ctx.db, { importId, changes }),
    ...(siteIds.length > 0 ? [markDocumentsStale(ctx.db, { siteIds, batchIds: [] })] : []),
    ...rows
      .flatMap((row) => row.siteUpdates)
      .map(({ before, after }) => {
        const changed = versionless(before, after)
        return auditStatement(ctx, {
          action: 'site.update',
          entityId: after.id,
          before: toldInLog(changed.before),
          after: { ...toldInLog(changed.after), importId },
          reason: CODE_REPORT.reason,
        })
      }),
  ]
}

function siteGuards(ctx: VerbContext, rows: readonly CodeWrite[]): Statement[] {
  const added = new Set(rows.flatMap((row) => row.sites.map(({ id }) => id)))
  const first = new Map<string, RegisterSite>()
  for (const { before } of rows.flatMap((row) => row.siteUpdates)) {
    if (!added.has(before.id) && !first.has(before.id)) first.set(before.id, before)
  }
  return first.size === 0 ? [] : [guardStatement(ctx.db, sitesAreAt([...first.values()]))]
}

function together(rows: readonly CodeWrite[]): RegisterWrites {
  return {
    organisations: rows.flatMap((row) => row.organisations),
    sites: rows.flatMap((row) => row.sites),
    siteUpdates: lastById(rows.flatMap((row) => row.siteUpdates.map(({ after }) => after))),
    crops: rows.flatMap((row) => row.crops),
    codes: rows.flatMap((row) => row.codes),
    codeUpdates: lastById(rows.flatMap((row) => row.codeUpdates)),
    markets: rows.flatMap((row) => row.markets),
    events: rows.flatMap((row) => row.events),
  }
}

function lastById<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** Notes the fields in which a thing came out otherwise than it was. */
export function noteUpdate<T extends { readonly id: string }>(
  write: CodeWrite,
  input: { readonly entity: 'site' | 'code'; readonly before: T; readonly after: T },
): void {
  const { entity, before, after } = input
  write.changes.push({ entity, entityId: after.id, ...versionless(before, after) })
}

/** Which version a row is of follows from what changed, and is no change of its own. */
function versionless(before: object, after: object) {
  return rowDifference({ ...before, version: null }, { ...after, version: null })
}
