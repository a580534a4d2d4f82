import * as z from 'zod'
import { fillAll } from '../../../copy/fill.ts'
import { MEND_REFUSALS } from '../../../copy/refusals/mends.ts'
import { CELL_NAME } from '../../../lib/sheet/mend/apply-mends.ts'
import type { SheetMend } from '../../../lib/sheet/mend/cell-mend.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import type { VerbContext } from '../../context.ts'
import { invalidField, parseInput } from '../../guard/parse-input.ts'
import { conflict } from '../../guard/refusals.ts'
import { MOST_MEND_CHARACTERS, MOST_MENDS } from '../portal-limits.ts'
import { rereadUpload } from './reread-upload.ts'
import { type ShownUpload, showUpload } from './show-upload.ts'

const place = { sheet: z.string().max(300), cell: z.string().regex(CELL_NAME) }
const fields = z.object({ cells: z.array(z.object({ ...place, text: z.string() })) })

/**
 * Mends cells that rows of a list were refused for, and has the list read so; gives the job. What was
 * mended before stays. Throws `invalid_input` for a cell that is not refused and what does not fit in
 * one, `conflict` where the list is being read, or was confirmed.
 */
export async function mendCells(
  ctx: VerbContext,
  { id, ...rest }: { readonly id: string } & z.input<typeof fields>,
): Promise<string> {
  const { cells } = parseInput(fields, rest)
  const shown = await showUpload(ctx, id)
  if (shown.job?.state === 'open' || shown.upload.usedAt !== null) {
    throw conflict(MEND_REFUSALS.notNow)
  }
  if (cells.length === 0) throw invalidField('mend', MEND_REFUSALS.nothing)
  if (cells.length > MOST_MENDS)
    throw invalidField('mend', fillAll(MEND_REFUSALS.tooMany, { most: MOST_MENDS }))
  const mends = cells.map(({ text, ...at }) => ({ ...at, text: text.trim() }))
  const allowed = mendable(shown)
  const faults = mends.flatMap((mend) => faultOf(mend, allowed) ?? [])
  const [first] = faults
  if (first !== undefined) throw invalidField('mend', first)
  return rereadUpload(ctx, {
    id,
    optionsOf: ({ options }) => ({ ...options, mends: withMends(options.mends ?? [], mends) }),
  })
}

/** Cells that were refused when the list was last read, and those mended already. */
function mendable({ preview, options }: ShownUpload): ReadonlySet<string> {
  const refused = preview?.ok === true ? (preview.toMend ?? []) : []
  return new Set([...refused, ...(options.mends ?? [])].map(keyOf))
}

function faultOf(mend: SheetMend, allowed: ReadonlySet<string>): LocalText | null {
  const { cell, text } = mend
  if (!allowed.has(keyOf(mend))) return fillAll(MEND_REFUSALS.notRefused, { cell })
  if (text.length > MOST_MEND_CHARACTERS) {
    return fillAll(MEND_REFUSALS.tooLong, { cell, most: MOST_MEND_CHARACTERS })
  }
  return /[\r\n]/.test(text) ? fillAll(MEND_REFUSALS.severalLines, { cell }) : null
}

function withMends(before: readonly SheetMend[], more: readonly SheetMend[]): SheetMend[] {
  const mends = new Map([...before, ...more].map((mend) => [keyOf(mend), mend]))
  if (mends.size > MOST_MENDS)
    throw invalidField('mend', fillAll(MEND_REFUSALS.tooMany, { most: MOST_MENDS }))
  return [...mends.values()]
}

function keyOf({ sheet, cell }: Pick<SheetMend, 'sheet' | 'cell'>): string {
  return `${cell}\n${sheet}`
}
