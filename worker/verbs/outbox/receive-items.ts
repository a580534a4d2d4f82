import { isDatabaseUnavailable, isIllFormedText } from '../../../db/errors.ts'
import { readStoredIds, type StoredId } from '../../../db/queries/outbox-receipts.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { OutboxStatus } from '../../domain/outbox/outbox-item.ts'
import { actorText, type VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { databaseAway, idReused, isForLater, serverTrouble } from './outbox-problems.ts'
import type { OutboxDeps } from './outbox-record.ts'
import { type Envelope, hashOfItem, idOf, readItem } from './read-item.ts'
import { senderOf } from './sender-of.ts'
import { storeRecord } from './store-record.ts'

export type ItemOutcome = {
  readonly id: string
  readonly status: OutboxStatus
  readonly problem?: Problem
}

type ReadItem = { readonly envelope: Envelope; readonly bodyHash: string }

/**
 * Stores what a device or program kept while it had no signal, one record after the other in the order
 * sent: what becomes of one is nothing to the others, but that all wait where the database is away.
 * `onFault` is told of what was not expected.
 */
export async function receiveItems({
  ctx,
  deps,
  items,
  onFault,
}: {
  readonly ctx: VerbContext
  readonly deps: OutboxDeps
  readonly items: readonly unknown[]
  readonly onFault: (error: unknown) => void
}): Promise<readonly ItemOutcome[]> {
  requireAny(ctx, 'outbox.send')
  const read: (ReadItem | Problem)[] = []
  for (const item of items) {
    read.push(await outcomeOf(() => readWhole(item), onFault))
    await ctx.giveWay()
  }
  const sender = { ...ctx, actor: senderOf(ctx.actor) }
  const stored = await outcomeOf(() => storedAmong(ctx, read), onFault)
  const outcomes: ItemOutcome[] = []
  let away = stored instanceof Problem ? stored : null
  for (const [i, each] of read.entries()) {
    const id = idOf(items[i])
    if (each instanceof Problem) outcomes.push({ id, ...refusal(each) })
    else if (away !== null || stored instanceof Problem) {
      outcomes.push({ id, status: 'later', problem: away ?? databaseAway() })
    } else {
      const became = await outcomeOf(() => receive(sender, { ...each, deps, stored }), onFault)
      if (became instanceof Problem && became.code === 'unavailable') away = became
      outcomes.push({ id, ...(became instanceof Problem ? refusal(became) : { status: became }) })
    }
    await ctx.giveWay()
  }
  return outcomes
}

async function readWhole(item: unknown): Promise<ReadItem> {
  const envelope = readItem(item)
  return { envelope, bodyHash: await hashOfItem(envelope) }
}

type StoredIds = Map<string, Pick<StoredId, 'account' | 'bodyHash'>>

async function storedAmong(
  { db }: VerbContext,
  read: readonly (ReadItem | Problem)[],
): Promise<StoredIds> {
  const ids = read.flatMap((each) => (each instanceof Problem ? [] : [each.envelope.id]))
  const rows = ids.length === 0 ? [] : await readStoredIds(db, ids)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Gives what became of a record; throws what refuses it or makes it wait. */
async function receive(
  ctx: VerbContext,
  given: ReadItem & { readonly deps: OutboxDeps; readonly stored: StoredIds },
): Promise<'stored' | 'already'> {
  const { envelope, bodyHash, deps, stored } = given
  const account = actorText(ctx.actor)
  const isSame = ({ account: theirs, bodyHash: there }: Pick<StoredId, 'account' | 'bodyHash'>) =>
    theirs === account && there === bodyHash
  const before = stored.get(envelope.id)
  if (before !== undefined) {
    if (isSame(before)) return 'already'
    throw idReused()
  }
  try {
    const became = await storeRecord(ctx, { envelope, bodyHash, deps })
    if (became === 'already') return became
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error
    // The same record at the same moment may have been faster, and is why this one was refused.
    const [meanwhile] = await readStoredIds(ctx.db, [envelope.id])
    if (meanwhile === undefined) throw error
    if (isSame(meanwhile)) return 'already'
    throw idReused()
  }
  stored.set(envelope.id, { account, bodyHash })
  return 'stored'
}

function refusal(problem: Problem): Pick<ItemOutcome, 'status' | 'problem'> {
  return { status: isForLater(problem) ? 'later' : 'refused', problem }
}

/** What it gives, or as a problem why it gives nothing. */
async function outcomeOf<T>(
  work: () => Promise<T>,
  onFault: (error: unknown) => void,
): Promise<T | Problem> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) return error
    if (isDatabaseUnavailable(error)) return databaseAway(error)
    if (isIllFormedText(error)) {
      return new Problem({ code: 'invalid_input', text: REQUEST_REFUSALS.illFormedText })
    }
    onFault(error)
    return serverTrouble(error)
  }
}
