import type { SheetMend } from '../../../lib/sheet/mend/cell-mend.ts'
import type { VerbContext } from '../../context.ts'
import { rereadUpload } from './reread-upload.ts'

/** Has a list read with one cell as the file has it again; gives the job. */
export function undoMend(
  ctx: VerbContext,
  input: { readonly id: string } & Pick<SheetMend, 'sheet' | 'cell'>,
): Promise<string> {
  const { id, sheet, cell } = input
  return rereadUpload(ctx, {
    id,
    optionsOf: ({ options }) => ({
      ...options,
      mends: (options.mends ?? []).filter((mend) => mend.cell !== cell || mend.sheet !== sheet),
    }),
  })
}
