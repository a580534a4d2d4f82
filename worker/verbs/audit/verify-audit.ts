import * as z from 'zod'
import {
  readChainEnds,
  readChainPage,
  readSeal,
  type Seal,
} from '../../../db/queries/audit-chain.ts'
import { AUDIT_REFUSALS } from '../../copy/refusals/audit.ts'
import { type ChainFault, type ChainRow, createChainCheck } from '../../domain/audit/check-chain.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'

const input = z.object({
  /** A head printed earlier, `SEQ:HASH`: it must still stand in the chain. */
  expectHead: z.string().trim().nullish(),
  /** Goes on after this row, which an earlier call has checked. */
  after: z.coerce.number().int().min(0).nullish(),
  /** Stops after so many rows; all of them when absent. */
  maxRows: z.number().int().min(1).nullish(),
})

export type AuditVerification = {
  /** The first thing that does not fit; null when all that was looked at does. */
  readonly fault: ChainFault | null
  /** Rows looked at. */
  readonly checked: number
  /** The last row looked at; 0 for none. */
  readonly lastSeq: number
  /** True when the whole log was walked (or a fault ended the walk). */
  readonly complete: boolean
  /** Newest rows that have no seal yet; they get theirs after the next change. */
  readonly unsealed: number
  /** The newest seal that was found right: keep it elsewhere. */
  readonly head: Seal | null
}

const ROWS_PER_PAGE = 250

/**
 * Walks the audit log in order and works out every seal anew: a row that was changed, taken out or
 * put between no longer fits, and rows cut off at the end are missed by the numbers given out. Pages
 * bound the memory, whatever the length. Throws `invalid_input` for a head that cannot be read.
 */
export async function verifyAudit({
  ctx,
  input: given,
  onProgress,
}: Call<z.input<typeof input>> & {
  readonly onProgress?: (rows: number) => void
}): Promise<AuditVerification> {
  requireAny(ctx, 'audit.verify')
  const fields = parseInput(input, given)
  const expected = readExpected(fields.expectHead ?? null)
  const ends = await readChainEnds(ctx.db)
  const start = fields.after == null || fields.after === 0 ? null : fields.after
  const before = start === null ? null : await readSeal(ctx.db, start)
  const stored = expected === null ? null : await readSeal(ctx.db, expected.seq)
  const head = expected === null ? null : { expected, stored }
  const check = createChainCheck({ ends, head, start, before })
  const upTo = Math.max(ends.lastRow, ends.lastGiven)
  const maxRows = fields.maxRows ?? Number.POSITIVE_INFINITY
  let after = start
  for (;;) {
    const limit = Math.min(ROWS_PER_PAGE, maxRows - check.state().checked)
    if (limit <= 0) return { ...check.state(), complete: false }
    const rows: ChainRow[] = await readChainPage(ctx.db, { after, upTo, limit })
    for (const row of rows) {
      await check.add(row)
      if (check.state().fault !== null) return { ...check.state(), complete: true }
    }
    onProgress?.(rows.length)
    if (rows.length < limit) return { ...check.finish(), complete: true }
    after = rows.at(-1)?.seq ?? after
  }
}

function readExpected(text: string | null): Seal | null {
  if (text === null || text === '') return null
  const [, seq, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? []
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash }
  throw invalidField('expectHead', AUDIT_REFUSALS.head)
}
