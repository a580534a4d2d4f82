import { readTargetsOfCodes } from '../../../db/queries/code-portal.ts'
import {
  countByState,
  listItems,
  type NoticeCode,
} from '../../../db/queries/foreign-notice-items.ts'
import type { Near } from '../../domain/foreign-notices/match-codes.ts'
import type { VerbContext } from '../context.ts'
import { listPage } from '../documents/list-page.ts'
import { matchListed } from './match-listed.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

/** Texts of one form. */
const AT_ONCE = 30

export type Unsettled = Pick<OpenedNotice, 'row'> & {
  readonly items: readonly {
    readonly item: NoticeCode
    /** Codes it may mean, as the register is now, each with whose it is. */
    readonly near: readonly (Near & { readonly holder: string })[]
  }[]
  /** Of all that are not settled. */
  readonly total: number
  readonly nextCursor: string | null
}

/** Texts of a notice that no code was found for, in the order of its list, with what they may mean. */
export async function readUnsettled(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'giveWay'>,
  { id, cursor }: { readonly id: string; readonly cursor: string | null },
): Promise<Unsettled> {
  const { row, bounds } = await openNotice(ctx, id, 'foreign.decide')
  const [page, counts] = await Promise.all([
    listPage({ cursor, limit: AT_ONCE }, { row: 'whole', id: 'text' }, (asked) =>
      listItems(ctx.db, { noticeId: id, bounds, state: 'unmatched', ...asked }),
    ),
    countByState(ctx.db, { noticeId: id, bounds }),
  ])
  const { matches } = await matchListed(ctx, page.rows)
  const nearOf = new Map(matches.map(({ listed, match }) => [listed, nearIn(match)]))
  const codes = [...nearOf.values()].flat().map(({ code }) => code)
  const targets = await readTargetsOfCodes(ctx.db, codes)
  const holders = new Map(targets.map(({ code, organisationName }) => [code, organisationName]))
  return {
    row,
    items: page.rows.map((each) => ({
      item: each,
      near: (nearOf.get(each.listed) ?? []).map((near) => ({
        ...{ ...near, holder: holders.get(near.code) ?? '' },
      })),
    })),
    total: counts.find(({ state }) => state === 'unmatched')?.count ?? 0,
    nextCursor: page.nextCursor,
  }
}

type Match = Awaited<ReturnType<typeof matchListed>>['matches'][number]['match']

/** A code that was put on record since is proposed like any other. */
function nearIn(match: Match): readonly Near[] {
  if (match.kind === 'near') return match.near
  return match.kind === 'matched' ? [{ code: match.code, why: 'as_listed' }] : []
}
