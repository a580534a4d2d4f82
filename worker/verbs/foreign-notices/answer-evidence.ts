import { caseIsOpen } from '../../../db/queries/cases.ts'
import { listItems } from '../../../db/queries/foreign-notice-items.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { CASE_REFUSALS } from '../../copy/refusals/cases.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import type { EvidenceOwner } from '../evidence/evidence.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { openNotice, targetOfItem } from './open-notice.ts'

/** A holder's part of a notice: what the files of their answers hang on. */
export type AnswerOf = { readonly noticeId: string; readonly organisationId: string }

export function answerOf({ noticeId, organisationId }: AnswerOf) {
  return { entity: 'notice_answer' as const, entityId: `${noticeId}.${organisationId}` }
}

/**
 * The answers of a holder to a notice, for the holder itself and for whoever works on codes of theirs;
 * for anybody else they are not there.
 */
export async function openAnswer(
  ctx: Reading,
  id: string,
  may: Permission,
): Promise<{ readonly owner: EvidenceOwner; readonly title: string; readonly noticeId: string }> {
  const [noticeId = '', organisationId = ''] = id.split('.')
  const { bounds, row } = await openNotice(ctx, noticeId, may)
  const [item] = await listItems(ctx.db, {
    ...{ noticeId, bounds, holder: organisationId },
    ...{ after: null, limit: 1 },
  })
  if (item === undefined) throw notFound(W.itemNoun)
  return {
    owner: {
      ...answerOf({ noticeId, organisationId }),
      right: { may, target: targetOfItem(item) },
      // Nothing is added to what is over.
      guards: [{ holds: caseIsOpen(noticeId), refusal: () => conflict(CASE_REFUSALS.closed) }],
    },
    title: `${item.holder ?? ''} · ${row.number}`,
    noticeId,
  }
}
