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
  type SearchEntry,
} from '../../../db/queries/code-register-writes.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
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
  /** `known` when the code's words stood in the index before this row. */
  readonly search: (SearchEntry & { readonly known: boolean })[]
  /** Sites whose public facts change. */
  readonly changedSiteIds: string[]
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
    search: [],
    changedSiteIds: [],
  }
}

/** The statements of some rows together, one per table; a later row's word on a thing is the last. */
export function codeWriteStatements(
  ctx: VerbContext,
  rows: readonly CodeWrite[],
  importId: string,
): Statement[] {
  const marks = { at: ctx.now(), actor: actorText(ctx.actor), importId }
  const siteIds = [...new Set(rows.flatMap((row) => row.changedSiteIds))]
  return [
    ...registerStatements(ctx.db, together(rows), marks),
    ...(siteIds.length > 0 ? [markDocumentsStale(ctx.db, { siteIds, batchIds: [] })] : []),
    ...rows
      .flatMap((row) => row.siteUpdates)
      .map(({ before, after }) =>
        auditStatement(ctx, {
          action: 'site.update',
          entity: 'site',
          entityId: after.id,
          before: changedFields(before, after),
          after: changedFields(after, before),
          reason: `import ${importId}`,
        }),
      ),
  ]
}

function together(rows: readonly CodeWrite[]): RegisterWrites {
  const search = rows.flatMap((row) => row.search)
  const known = new Map<string, boolean>()
  for (const entry of search) if (!known.has(entry.codeId)) known.set(entry.codeId, entry.known)
  return {
    organisations: rows.flatMap((row) => row.organisations),
    sites: rows.flatMap((row) => row.sites),
    siteUpdates: lastById(rows.flatMap((row) => row.siteUpdates.map(({ after }) => after))),
    crops: rows.flatMap((row) => row.crops),
    codes: rows.flatMap((row) => row.codes),
    codeUpdates: lastById(rows.flatMap((row) => row.codeUpdates)),
    markets: rows.flatMap((row) => row.markets),
    events: rows.flatMap((row) => row.events),
    searchReplaced: [...known].flatMap(([id, isKnown]) => (isKnown ? [id] : [])),
    search: [...new Map(search.map((entry) => [entry.codeId, entry])).values()],
  }
}

function lastById<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function changedFields(row: RegisterSite, other: RegisterSite): Record<string, unknown> {
  const others = new Map<string, unknown>(Object.entries(other))
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => others.get(key) !== value))
}
