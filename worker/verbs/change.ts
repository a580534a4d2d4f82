import type { SQL } from 'drizzle-orm'
import { isUniqueViolation } from '../../db/errors.ts'
import { guardStatement, isGuardRefusal } from '../../db/queries/guard-statement.ts'
import { type EntryTargets, registerEntryStatements } from '../../db/queries/register-entries.ts'
import type { Statement } from '../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../db/queries/stale-documents.ts'
import { readTruth } from '../../db/queries/versioned-batch.ts'
import type { Permission, Target } from '../domain/access/permissions.ts'
import { type AuditEntry, auditStatement } from './audit/audit-statement.ts'
import { type ChangedSources, rebuildDocumentsFor } from './batches/rebuild-documents.ts'
import type { VerbContext } from './context.ts'
import { Problem } from './errors.ts'
import { requireAny, requirePermission, requireSelf } from './guard/authorise.ts'
import { tooBusy } from './guard/refusals.ts'
import { runWithReceipt } from './guard/run-with-receipt.ts'
import { type HolderMessage, tellStatements } from './mail/tell-holder.ts'
import type { Message } from './notifications/notify-statement.ts'

export type { AuditEntry }

/** What there is to say; null gives back what the database said, for who tries again. */
type Refusal = Problem | null | Promise<Problem | null>

/** What must still hold at the moment of writing, and what to say where it does not. */
export type Guard = { readonly holds: SQL; readonly refusal: () => Refusal }

/** What a change concerns beside its own rows: documents of batches and entries of the register. */
export type Touched = ChangedSources & Pick<EntryTargets, 'codeIds'>

/** By which permission it is done and to what; null for what belongs to the installation as a whole. */
export type Right =
  | { readonly may: Permission; readonly target: Target | null }
  /** To several things at once, every one of which it must reach. */
  | { readonly may: Permission; readonly targets: readonly Target[] }
  /** Whoever it is may do it to their own account, by its id. */
  | { readonly may: 'self'; readonly target: string }

export type Change = Right & {
  readonly guards?: readonly Guard[] | undefined
  /** Guards may stand among them, for what must hold once something is written: see `otherwise`. */
  readonly statements?: readonly Statement[]
  readonly audit: AuditEntry | readonly AuditEntry[]
  readonly touches?: Touched | undefined
  /** To members in the portal; where recipients are named, by letters too. */
  readonly tell?: readonly (Message | HolderMessage)[] | undefined
  /** What to say where another of the same is there already. */
  readonly taken?: (() => Refusal) | undefined
  /** What to say where it was refused and all of `guards` hold; that it is busy unless given. */
  readonly otherwise?: () => Refusal
  /** What the answer is made of, kept where the caller may ask again: see `runWithReceipt`. */
  readonly receipt?: unknown
}

/** What a verb puts together with other such parts into one change. */
export type ChangePart = Pick<Change, 'guards' | 'touches' | 'tell'> & {
  readonly statements: readonly Statement[]
  readonly audit: readonly AuditEntry[]
}

/**
 * The one way for a verb to write. Permission on the target, guards, statements, stale marks, entries
 * of the register, messages and the audit row: all in one atomic batch or none of it; documents that
 * draw on it are written anew after. Where a guard does not hold its own refusal is thrown. Gives the
 * receipt back.
 */
export function change<Receipt>(
  ctx: VerbContext,
  input: Change & { readonly receipt: Receipt },
): Promise<Receipt>
export function change(ctx: VerbContext, input: Change): Promise<void>
export async function change(ctx: VerbContext, input: Change): Promise<unknown> {
  requireRight(ctx, input)
  const { db } = ctx
  const { guards = [], statements = [], audit, touches, tell = [], receipt = null } = input
  const all = [
    ...guards.map(({ holds }) => guardStatement(db, holds)),
    ...statements,
    ...(touches === undefined ? [] : touching(ctx, touches)),
    ...(await tellStatements(ctx, tell)),
    ...('action' in audit ? [audit] : audit).map((entry) => auditStatement(ctx, entry)),
  ]
  try {
    await runWithReceipt(ctx, all, receipt)
  } catch (error) {
    throw (await refusalOf(ctx, { ...input, error })) ?? error
  }
  if (touches !== undefined) await rebuildDocumentsFor(ctx, touches)
  return receipt
}

/** A change that somebody else may be making as well; false where they were faster. */
export async function changeUnlessMade(ctx: VerbContext, input: Change): Promise<boolean> {
  try {
    await change(ctx, input)
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return false
    throw error
  }
}

/** What was asked is so already: nothing is written but the answer, for who asks under a key. */
export function doneAlready<Receipt>(
  ctx: VerbContext,
  done: Right & { readonly receipt: Receipt },
): Promise<Receipt> {
  return change(ctx, { ...done, audit: [] })
}

function requireRight(ctx: VerbContext, right: Right): void {
  if (right.may === 'self') requireSelf(ctx, right.target)
  else if ('target' in right) requirePermission(ctx, right.may, right.target)
  else {
    // What concerns nothing at all still wants the permission.
    requireAny(ctx, right.may)
    for (const target of right.targets) requirePermission(ctx, right.may, target)
  }
}

function touching({ db }: VerbContext, touched: Touched): Statement[] {
  const {
    batchIds = [],
    siteIds = [],
    productIds = [],
    organisationIds = [],
    codeIds = [],
    works = [],
  } = touched
  const drawnOn = [batchIds, siteIds, productIds, organisationIds, works]
  return [
    ...(drawnOn.some((ids) => ids.length > 0)
      ? [markDocumentsStale(db, { batchIds, siteIds, productIds, organisationIds, works })]
      : []),
    ...registerEntryStatements(db, { siteIds, organisationIds, codeIds }),
  ]
}

/** The guard that does not hold; where all hold again, somebody was just faster. */
async function refusalOf(
  { db }: VerbContext,
  refused: Pick<Change, 'guards' | 'taken' | 'otherwise'> & { readonly error: unknown },
): Promise<Problem | null> {
  const { error, guards = [], taken, otherwise = tooBusy } = refused
  if (isUniqueViolation(error)) return (await taken?.()) ?? null
  if (!isGuardRefusal(error)) return null
  for (const { holds, refusal } of guards) if (!(await readTruth(db, holds))) return refusal()
  return otherwise()
}
