import type { PublicCode, PublicDecision } from '../../domain/codes/public-code.ts'
import type { NoticeItem } from '../../domain/notices.ts'
import { codeNoticeText } from '../notices/notice-text.ts'

const KINDS: Readonly<Record<string, Exclude<NoticeItem['kind'], 'recall'>>> = {
  suspended: 'suspension',
  revoked: 'revocation',
  cancelled: 'cancellation',
  active: 'restoration',
}

/**
 * The public notices that speak of a code, newest first: decisions against it that stand, and its
 * return to active after one. Those that were corrected are told among its decisions.
 */
export function noticesOfCode(entry: PublicCode): NoticeItem[] {
  const standing = entry.history.filter(({ amended }) => !amended)
  return standing
    .filter((decision) => isNotice(decision, standing))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
    .map((decision) => noticeOf(entry, decision))
}

/** `standing` is newest first, so what a grant ended comes right after it in its market. */
function isNotice(decision: PublicDecision, standing: readonly PublicDecision[]): boolean {
  if (decision.status !== 'active') return decision.status in KINDS
  const market = standing.filter((other) => other.market === decision.market)
  const prior = market[market.indexOf(decision) + 1]
  return prior !== undefined && prior.status !== 'active' && prior.status in KINDS
}

function noticeOf(entry: PublicCode, decision: PublicDecision): NoticeItem {
  const { code, kind: labelSlot } = entry
  const { market, effectiveOn: on, recordedAt, documentNo, text: wording } = decision
  const kind = KINDS[decision.status] ?? 'suspension'
  return {
    ...{ kind, on, recordedAt, market, documentNo, subject: null, name: null },
    text: codeNoticeText(
      { kind, labelSlot, code, market, on },
      { documentNo: null, wording, withdrawnOn: null },
    ),
  }
}
