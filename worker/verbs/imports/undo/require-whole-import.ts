import { diaryReachesBeyond } from '../../../../db/queries/diary-undo.ts'
import { importReachesBeyond } from '../../../../db/queries/import-changes.ts'
import { readTruth } from '../../../../db/queries/versioned-batch.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { boundsOf } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'

/**
 * An import is taken back once and whole: refuses (`conflict`) a colleague whose place holds only a
 * part of it. Whoever read it in may always; what has left their place since stays as it is.
 */
export async function requireWholeImport(
  ctx: VerbContext,
  run: { readonly id: string; readonly kind: string; readonly actor: string },
): Promise<void> {
  const bounds = boundsOf(ctx, 'imports.write')
  if (bounds?.kind !== 'place' || run.actor === actorText(ctx.actor)) return
  const { provinceCode, communeCode } = bounds
  const reachesBeyond = run.kind === 'diary' ? diaryReachesBeyond : importReachesBeyond
  const reaches = reachesBeyond({ importId: run.id, provinceCode, communeCode })
  if (!(await readTruth(ctx.db, reaches))) return
  throw conflict(IMPORT_REFUSALS.reachesBeyond)
}
