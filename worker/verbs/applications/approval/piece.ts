import type { ChangePart } from '../../change.ts'

/** A code that an approval grants, renews or keeps. */
export type ApprovedCode = {
  readonly id: string
  readonly code: string
  /** In force on the day of the approval, in one market at least. */
  readonly isActive: boolean
  /** Markets in which it was granted and waits for an authority abroad. */
  readonly waitsIn: readonly string[]
}

/** A part of an approval: what it writes, what must hold for it, whom it tells. */
export type Piece = ChangePart & {
  readonly codes?: readonly ApprovedCode[]
}

/** The pieces as one change: all of it is written, or none. */
export function joined(pieces: readonly Piece[]) {
  const touched = pieces.flatMap(({ touches }) => (touches === undefined ? [] : [touches]))
  return {
    guards: pieces.flatMap(({ guards = [] }) => guards),
    statements: pieces.flatMap(({ statements }) => statements),
    audit: pieces.flatMap(({ audit }) => audit),
    tell: pieces.flatMap(({ tell = [] }) => tell),
    touches: {
      siteIds: touched.flatMap(({ siteIds = [] }) => siteIds),
      codeIds: touched.flatMap(({ codeIds = [] }) => codeIds),
      organisationIds: touched.flatMap(({ organisationIds = [] }) => organisationIds),
    },
    codes: pieces.flatMap(({ codes = [] }) => codes),
  }
}
