import type { Database } from '../../../../db/client.ts'
import { readTargetsOfCodes } from '../../../../db/queries/code-portal.ts'
import { type RegisterEvent, readCodesByKey } from '../../../../db/queries/code-register.ts'
import { readEventsOf } from '../../../../db/queries/code-status.ts'
import { codeSearchKey } from '../../../domain/codes/code-search-key.ts'
import { indexCodes } from '../../../domain/codes/find-code.ts'
import { isCode } from '../../../domain/codes/normalise-code.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../../context.ts'
import { mayDo } from '../../guard/authorise.ts'
import { pairKey } from '../register-model.ts'
import { targetOf } from '../target-of.ts'
import type { BulkState } from './plan-decisions.ts'
import type { ListedDecision } from './read-decision-list.ts'

/** Reads what the register has on the codes of a list, in a few statements whatever its length. */
export async function loadBulkState(
  ctx: VerbContext,
  input: {
    readonly importId: string
    readonly asked: readonly ListedDecision[]
    readonly seen: BulkState['seen']
  },
): Promise<BulkState> {
  const { importId, asked, seen } = input
  const rows = await readCodesByKey(
    ctx.db,
    asked.map(({ typed }) => codeSearchKey(typed)),
  )
  const targets = await readTargetsOfCodes(
    ctx.db,
    rows.map(({ code }) => code),
  )
  return {
    ...{ importId, seen, today: vietnamDateOf(ctx.now()) },
    index: indexCodes(rows.flatMap(({ code }) => (isCode(code) ? [code] : []))),
    targets: new Map(targets.map((target) => [target.code, target])),
    events: await readEvents(ctx.db, {
      codeIds: targets.map(({ codeId }) => codeId),
      markets: [...new Set(asked.flatMap(({ market }) => market ?? []))],
    }),
    mayDecide: (target) => mayDo(ctx.actor, 'codes.decide', targetOf(target)),
  }
}

async function readEvents(
  db: Database,
  input: { readonly codeIds: readonly string[]; readonly markets: readonly string[] },
): Promise<Map<string, RegisterEvent[]>> {
  const pairs = input.markets.flatMap((market) =>
    input.codeIds.map((codeId) => ({ codeId, market })),
  )
  return Map.groupBy(await readEventsOf(db, pairs), (event) => pairKey(event.codeId, event.market))
}
