import type { Statement } from '../../../../db/queries/run-batch.ts'
import type { VerbContext } from '../../context.ts'
import type { UndoCount } from '../kept-report.ts'

/** What taking back the next rows of an import comes to, whatever it listed. */
export type TakenBack = {
  /** Rows that were looked at. */
  readonly looked: number
  readonly statements: readonly Statement[]
  readonly counts: readonly (readonly [name: UndoCount, count: number])[]
  /** What stays and why, in Vietnamese. */
  readonly kept: readonly string[]
  /** What the log tells beside how many they were. */
  readonly logged: object
}

/** Takes back the rows of an import that come after so many. */
export type TakeBack = (
  ctx: VerbContext,
  asked: {
    readonly importId: string
    readonly skip: number
    readonly limit: number
    /** Why the import is taken back. */
    readonly reason: string
  },
) => Promise<TakenBack>
