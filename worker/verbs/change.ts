import type { SQL } from 'drizzle-orm'
import { isUniqueViolation } from '../../db/errors.ts'
import { guardStatement, isGuardRefusal } from '../../db/queries/guard-statement.ts'
import { type EntryTargets, registerEntryStatements } from '../../db/queries/register-entries.ts'
import type { Statement } from '../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../db/queries/stale-documents.ts'
import { readTruth } from '../../db/queries/versioned-batch.ts'
import type { Permission, Target } from '../domain/access/permissions.ts'
import { auditStatement } from './audit/audit-statement.ts'
import { type ChangedSources, rebuildDocumentsFor } from './batches/rebuild-documents.ts'
import type { VerbContext } from './context.ts'
import type { Problem } from './errors.ts'
import { requirePermission } from './guard/authorise.ts'
import { tooBusy } from './guard/refusals.ts'
import { runDeed } from './guard/run-deed.ts'
import { type Message, notifyStatement } from './notifications/notify-statement.ts'

/** What must still hold at the moment of writing, and what to say where it does not. */
export type Guard = { readonly holds: SQL; readonly refusal: () => Problem }

/** What a change concerns beside its own rows: documents of batches and entries of the register. */
export type Touched = ChangedSources & Pick<EntryTargets, 'codeIds'>

export type Change = {
  readonly may: Permission
  /** What it is done to; null for what belongs to the installation as a whole. */
  readonly target: Target | null
  readonly guards?: readonly Guard[]
  readonly statements: readonly Statement[]
  readonly audit: readonly Parameters<typeof auditStatement>[1][]
  readonly touches?: Touched
  readonly tell?: readonly Message[]
  /** What to say where another of the same is there already. */
  readonly taken?: () => Problem
  /** What the answer is made of, kept where the caller may ask again: see `runDeed`. */
  readonly receipt?: unknown
}

/**
 * The one way for a verb to write. Permission on the target, guards, statements, stale marks, entries
 * of the register, messages and the audit row: all in one atomic batch or none of it; documents that
 * draw on it are written anew after. Where a guard does not hold its own refusal is thrown.
 */
export async function change(ctx: VerbContext, input: Change): Promise<void> {
  const { may, target, guards = [], statements, audit, touches, tell = [] } = input
  requirePermission(ctx, may, target)
  const { db } = ctx
  const all = [
    ...guards.map(({ holds }) => guardStatement(db, holds)),
    ...statements,
    ...(touches === undefined ? [] : touching(ctx, touches)),
    ...tell.map((message) => notifyStatement(ctx, message)),
    ...audit.map((entry) => auditStatement(ctx, entry)),
  ]
  try {
    await runDeed(ctx, all, input.receipt ?? null)
  } catch (error) {
    if (isGuardRefusal(error)) throw await refusalOf(ctx, guards)
    throw isUniqueViolation(error) && input.taken !== undefined ? input.taken() : error
  }
  if (touches !== undefined) await rebuildDocumentsFor(ctx, touches)
}

function touching({ db }: VerbContext, touched: Touched): Statement[] {
  const {
    batchIds = [],
    siteIds = [],
    productIds = [],
    organisationIds = [],
    codeIds = [],
  } = touched
  return [
    markDocumentsStale(db, { batchIds, siteIds, productIds, organisationIds }),
    ...registerEntryStatements(db, { siteIds, organisationIds, codeIds }),
  ]
}

/** The guard that does not hold; where all hold again, somebody was just faster. */
async function refusalOf({ db }: VerbContext, guards: readonly Guard[]): Promise<Problem> {
  for (const { holds, refusal } of guards) if (!(await readTruth(db, holds))) return refusal()
  return tooBusy()
}
