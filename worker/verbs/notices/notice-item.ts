import type { CodeNoticeRow, RecallNoticeRow } from '../../../db/queries/notices.ts'
import type { NoticeKind, PublicNotice } from '../../domain/notices.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { publicSiteName } from '../batches/public-names.ts'
import {
  codeNoticeSentence,
  codeNoticeText,
  type NoticeEnding,
  recallNoticeSentence,
  recallNoticeText,
} from './notice-text.ts'

/** The statuses that the query lets through. */
const KINDS: Readonly<Record<string, Exclude<NoticeKind, 'recall'>>> = {
  suspended: 'suspension',
  revoked: 'revocation',
  cancelled: 'cancellation',
  active: 'restoration',
}

/** A decision on a code in public words. */
export function codeNotice(row: CodeNoticeRow): PublicNotice {
  const kind = KINDS[row.status] ?? 'suspension'
  const { labelSlot, code, market, effectiveOn: on } = row
  const ending = endingOf(row)
  const told = { kind, labelSlot, code, market, on }
  return {
    id: row.id,
    kind,
    on,
    recordedAt: new Date(row.recordedAt).toISOString(),
    withdrawnAt: instantOrNull(row.withdrawnAt),
    replaces: row.amendsId,
    subject: { text: code, href: `/codes/${encodeURIComponent(code)}` },
    name: publicSiteName({ ...row, fallback: row.kindName }),
    market,
    documentNo: row.documentNo,
    text: codeNoticeText(told, ending),
    parts: { sentence: codeNoticeSentence(told), wording: ending.wording },
  }
}

/** A recall in public words. */
export function recallNotice(row: RecallNoticeRow): PublicNotice {
  const { ref, productName, fromSerial, toSerial, effectiveOn: on } = row
  const serials =
    fromSerial === null || toSerial === null || toSerial === 0
      ? null
      : { from: fromSerial, to: toSerial }
  const ending = endingOf(row)
  const parts = { ref, productName, serials, someLabels: row.runId !== null, on }
  return {
    id: row.id,
    kind: 'recall',
    on,
    recordedAt: new Date(row.recordedAt).toISOString(),
    withdrawnAt: instantOrNull(row.withdrawnAt),
    replaces: row.amendsId,
    subject: { text: ref, href: `/b/${ref}` },
    name: productName,
    market: null,
    documentNo: row.documentNo,
    text: recallNoticeText(parts, ending),
    parts: { sentence: recallNoticeSentence(parts), wording: ending.wording },
  }
}

function endingOf(row: CodeNoticeRow | RecallNoticeRow): NoticeEnding {
  return {
    documentNo: row.documentNo,
    wording: row.wording === null ? null : (JSON.parse(row.wording) as LocalText | null),
    withdrawnOn: row.withdrawnAt === null ? null : vietnamDateOf(row.withdrawnAt),
  }
}

function instantOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString()
}
