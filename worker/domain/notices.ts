import type { LocalText } from '../lib/text/local-text.ts'

export type NoticeItem = {
  readonly kind: NoticeKind
  /** The day it took effect, Asia/Ho_Chi_Minh. */
  readonly on: string
  /** ISO 8601 in UTC; lists go by it. */
  readonly recordedAt: string
  /** The code or batch concerned, and where to read about it. */
  readonly subject: { readonly text: string; readonly href: string } | null
  /** Producer, growing area or product, as people call it. */
  readonly name: string | null
  /** `VNM`, ISO 3166-1 alpha-3 or `EU`; null when it holds everywhere. */
  readonly market: string | null
  readonly documentNo: string | null
  readonly text: LocalText
  /** The same in two parts: one sentence, and the decision's own wording where it has one. */
  readonly parts?: { readonly sentence: LocalText; readonly wording: LocalText | null }
}

export type NoticeKind = 'suspension' | 'revocation' | 'cancellation' | 'restoration' | 'recall'

/** A public notice: what a page shows of it, and what machines need beside. */
export type PublicNotice = NoticeItem & {
  readonly id: string
  /** ISO 8601 instants in UTC. */
  readonly recordedAt: string
  /** When it was taken back; its text says so too. Null for one that stands. */
  readonly withdrawnAt: string | null
  /** The id of what it corrects, which the list has no more. */
  readonly replaces: string | null
}
