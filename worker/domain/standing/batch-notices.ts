import type { LocalText } from '../../lib/text/local-text.ts'
import type { ReasonCode } from './reasons.ts'
import type { Reason } from './types.ts'

/** What was decided or found about a batch, as a shopper reads it. */
export type BatchNotice = {
  /** The day it holds from, Asia/Ho_Chi_Minh. */
  readonly on: string
  /** Whose word it is; null for what follows from dates alone. */
  readonly by: string | null
  readonly sentence: LocalText
  /** What was announced, word for word, and by which document: for who wants to read it. */
  readonly wording: LocalText | null
  readonly documentNo: string | null
}

const RECALLS: ReadonlySet<ReasonCode> = new Set(['batch_recalled', 'label_recalled'])

/** Reasons that rest on a decision on one of the batch's codes. */
const OF_A_CODE = /^(?:growing_area|packing_house)_/

/**
 * Dated reasons of a batch, the newest first. Named first is who decided: the body on record, of codes
 * the one that answers for the place, of a recall nobody else is on record for the producer.
 */
export function batchNotices(
  reasons: readonly Reason[],
  who: { readonly producer: string | null; readonly authority: string | null },
): BatchNotice[] {
  return reasons
    .flatMap((reason): BatchNotice[] => {
      const { since: on, decision, documentNo, text } = reason
      if (on === null) return []
      const { sentence, wording, by } = decision ?? { sentence: text, wording: null, by: null }
      return [{ on, by: by ?? decidedBy(reason.code, who), sentence, wording, documentNo }]
    })
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
}

function decidedBy(
  code: ReasonCode,
  { producer, authority }: { readonly producer: string | null; readonly authority: string | null },
): string | null {
  if (OF_A_CODE.test(code)) return authority
  return RECALLS.has(code) ? producer : null
}
