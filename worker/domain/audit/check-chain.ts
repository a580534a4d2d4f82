import type { AuditRow } from './audit-row.ts'
import { AUDIT_GENESIS, sealHash } from './seal-hash.ts'

export type ChainRow = AuditRow & { readonly hash: string | null }

type Seal = { readonly seq: number; readonly hash: string }

/** The first thing in the log that does not fit. `row` is the row at fault, where there is one. */
export type ChainFault = {
  readonly kind:
    | 'changed'
    | 'foreign_row'
    | 'missing_row'
    | 'missing_seal'
    | 'cut_off'
    | 'numbers_reset'
    | 'head_missing'
    | 'head_differs'
  readonly seq: number
  readonly row: Pick<AuditRow, 'at' | 'actor' | 'action' | 'entity' | 'entityId'> | null
}

export type ChainState = {
  readonly fault: ChainFault | null
  readonly checked: number
  readonly lastSeq: number
  readonly unsealed: number
  readonly head: Seal | null
}

export type ChainCheck = {
  /** The next row in order. */
  readonly add: (row: ChainRow) => Promise<void>
  readonly state: () => ChainState
  /** After the last row: what should have come and did not. */
  readonly finish: () => ChainState
}

/**
 * Checks a chain row by row. Rows count from 1 without gaps, every one up to the last seal has a
 * seal, and each seal follows from its row and the seal before. `ends` is how far the log reached
 * when the walk began: what was written since is left for the next walk. `start` and `before` (the
 * seal of that row) let it go on in the middle, after a row found right earlier. `expected` is a
 * head kept elsewhere, `stored` the seal that stands in its place.
 */
export function createChainCheck(input: {
  ends: { readonly lastRow: number; readonly lastSeal: number; readonly lastGiven: number }
  head: { readonly expected: Seal; readonly stored: Seal | null } | null
  start: number | null
  before: Seal | null
}): ChainCheck {
  const { ends, before } = input
  let fault: ChainFault | null = null
  let checked = 0
  let unsealed = 0
  let lastSeq = input.start ?? 0
  let head = before
  if (input.start !== null && before === null) {
    fault = { kind: 'missing_seal', seq: input.start, row: null }
  }
  const state = (): ChainState => ({ fault, checked, lastSeq, unsealed, head })

  const judge = async (row: ChainRow): Promise<ChainFault['kind'] | null> => {
    if (row.seq <= lastSeq) return 'foreign_row'
    if (row.seq !== lastSeq + 1) return 'missing_row'
    if (row.seq > ends.lastSeal) return null
    if (row.hash === null) return 'missing_seal'
    return row.hash === (await sealHash(head?.hash ?? AUDIT_GENESIS, row)) ? null : 'changed'
  }

  const missed = (): { kind: ChainFault['kind']; seq: number } | null => {
    if (lastSeq < Math.max(ends.lastSeal, ends.lastGiven))
      return { kind: 'cut_off', seq: lastSeq + 1 }
    if (ends.lastGiven < ends.lastRow) return { kind: 'numbers_reset', seq: ends.lastRow }
    if (input.head === null) return null
    const { expected, stored } = input.head
    if (stored === null) return { kind: 'head_missing', seq: expected.seq }
    return stored.hash === expected.hash ? null : { kind: 'head_differs', seq: expected.seq }
  }

  return {
    state,
    add: async (row) => {
      if (fault !== null) return
      const kind = await judge(row)
      if (kind === 'missing_row') fault = { kind, seq: lastSeq + 1, row: null }
      else if (kind !== null) fault = { kind, seq: row.seq, row: shown(row) }
      if (fault !== null) return
      checked += 1
      lastSeq = row.seq
      if (row.hash === null || row.seq > ends.lastSeal) unsealed += 1
      else head = { seq: row.seq, hash: row.hash }
    },
    finish: () => {
      const end = fault === null ? missed() : null
      if (end !== null) fault = { ...end, row: null }
      return state()
    },
  }
}

function shown({ at, actor, action, entity, entityId }: AuditRow): NonNullable<ChainFault['row']> {
  return { at, actor, action, entity, entityId }
}
