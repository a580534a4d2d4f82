import type { NetContent } from '../../worker/domain/products/net-content.ts'
import type { DocumentTold } from '../../worker/domain/standing/batch-document.ts'
import type { BatchNotice } from '../../worker/domain/standing/batch-notices.ts'
import type { AuthorityView } from './report.ts'

/** What the page of a label tells of its batch beside the verdict. */
export type BatchAbout = {
  readonly netContent: NetContent | null
  /** The producer's telephone. */
  readonly hotline: string | null
  readonly told: DocumentTold | null
  /** The body that answers for the place; null where none is known. */
  readonly authority: AuthorityView | null
  /** What was decided or found about it, newest first. */
  readonly notices: readonly BatchNotice[]
}
