import {
  areUnsent,
  type ForeignRequestItem,
  type MinistryListRow,
  storeMinistryList,
} from '../../../db/queries/ministry-lists.ts'
import { fillAll } from '../../copy/fill.ts'
import { MINISTRY_COPY as W } from '../../copy/portal/ministry-lists.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { MOST_MINISTRY_ROWS } from '../../domain/ministry-lists/ministry-row.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { MINISTRY_SENDING } from '../../resources/ministry-list.ts'
import { inputOf } from '../../resources/resource.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { listBounds, marketAsked, ministryRow, readAllWaiting } from './waiting-codes.ts'

/** What would be sent now, and a mark by which it is known again. */
export async function previewSending(ctx: VerbContext, market: string | null) {
  requireSender(ctx)
  const items = await readAllWaiting(ctx, { market, to: 'codes.grant' })
  return { items, seen: await markOf(items) }
}

/** Lists go out from a province, or from the whole country: a commune sends none. */
function requireSender(ctx: VerbContext): { target: Target | null; provinceCode: string | null } {
  const bounds = listBounds(ctx, 'codes.grant')
  const provinceCode = bounds?.provinceCode ?? null
  const place = { provinceCode, communeCode: null }
  const target = bounds === null ? null : { organisationId: null, place }
  requirePermission(ctx, 'codes.grant', target)
  return { target, provinceCode }
}

/** The waiting codes of all markets, by which a page knows whether more have come since. */
async function markOf(items: readonly ForeignRequestItem[]): Promise<string> {
  return (await sha256Hex(items.map(({ id }) => id).join('\n'))).slice(0, 16)
}

/**
 * Marks all codes that wait, of one market or of all, as sent to the ministry: who, when, by which
 * document, and every row as it was. Of two officers at once one sends and the other is told; where
 * codes have come or gone since it was looked at, nothing is written.
 */
export async function sendMinistryList({
  ctx,
  input,
}: Call<{ readonly texts: Texts }>): Promise<{ id: string }> {
  const { target, provinceCode } = requireSender(ctx)
  const { market: typed, documentNo, sentOn } = parseInput(inputOf(MINISTRY_SENDING), input.texts)
  if (sentOn > vietnamDateOf(ctx.now())) throw invalidField('sentOn', W.sentAhead)
  const market = marketAsked(typed ?? undefined)
  const all = await readAllWaiting(ctx, { market: null, to: 'codes.grant' })
  if ((await markOf(all)) !== input.texts['seen']) throw conflict(W.changedSince)
  const items = market === null ? all : await readAllWaiting(ctx, { market, to: 'codes.grant' })
  if (items.length === 0) throw invalidField('market', W.nothing)
  if (items.length > MOST_MINISTRY_ROWS) {
    throw invalidField('market', fillAll(W.sendMost, { most: MOST_MINISTRY_ROWS }))
  }
  const ids = items.map(({ id }) => id)
  const row: MinistryListRow = {
    ...{ id: ctx.newId(), provinceCode, documentNo, sentOn },
    ...{ rows: items.map(ministryRow), rowsTotal: items.length },
    ...{ authorityId: authorityOf(ctx.actor), createdAt: ctx.now(), actor: actorText(ctx.actor) },
    ...{ withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null },
  }
  return change(ctx, {
    may: 'codes.grant',
    target,
    guards: [{ holds: areUnsent(ids), refusal: () => conflict(W.changedSince) }],
    statements: storeMinistryList(ctx.db, { row, ids }),
    audit: {
      action: 'ministry_list.send',
      entityId: row.id,
      after: { documentNo, sentOn, market, rows: items.length, provinceCode },
    },
    taken: () => invalidField('documentNo', W.sameDocument),
    receipt: { id: row.id },
  })
}
