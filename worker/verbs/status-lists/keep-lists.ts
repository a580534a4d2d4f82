import { readListsOfKeys } from '../../../db/queries/status-lists.ts'
import type { VerbContext } from '../context.ts'
import { isListDue, makeStatusList } from './make-list.ts'
import { refreshStatuses } from './refresh-statuses.ts'
import { loadStatusSigner } from './status-key.ts'

/** Where a key's list is to be had. */
export function listUri(origin: string, kid: string): string {
  return `${origin}/.well-known/label-status/${kid}`
}

/**
 * Brings the status lists up to what is recorded: judges what is due, then signs every list that
 * lacks something or grows old. Goes on until it is through or time is up; whoever comes next takes
 * it up from there.
 */
export async function keepStatusLists(
  ctx: VerbContext,
  input: {
    readonly origin: string
    readonly endBy: number
    /** This one before all others. */
    readonly first?: string
  },
): Promise<void> {
  await refreshStatuses(ctx, input)
  const lists = await readListsOfKeys(ctx.db)
  if (lists.length === 0) return
  const signer = await loadStatusSigner(ctx)
  const due = lists.filter((list) => isListDue(list, { now: ctx.now(), signer: signer.kid }))
  for (const list of due.toSorted((a, b) => rank(a.kid) - rank(b.kid))) {
    await makeStatusList(ctx, { list, uri: listUri(input.origin, list.kid), signer })
    if (ctx.now() >= input.endBy) return
  }
  function rank(kid: string): number {
    return kid === input.first ? 0 : 1
  }
}
