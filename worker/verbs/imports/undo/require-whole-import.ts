import { importReachesBeyond } from '../../../../db/queries/import-changes.ts'
import { readTruth } from '../../../../db/queries/versioned-batch.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { boundsOf } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'

/**
 * An import is taken back once and whole: refuses (`conflict`) a colleague whose place holds only a
 * part of it. Whoever read it in may always; what has left their place since stays as it is.
 */
export async function requireWholeImport(
  ctx: VerbContext,
  run: { readonly id: string; readonly actor: string },
): Promise<void> {
  const bounds = boundsOf(ctx, 'imports.write')
  if (bounds?.kind !== 'place' || run.actor === actorText(ctx.actor)) return
  const { provinceCode, communeCode } = bounds
  const reaches = importReachesBeyond({ importId: run.id, provinceCode, communeCode })
  if (!(await readTruth(ctx.db, reaches))) return
  throw conflict({
    vi: 'Danh sách này có nơi nằm ngoài địa bàn được giao cho tài khoản nên không hoàn tác được ở đây. Hãy nhờ người đã nhập hoặc cán bộ cấp tỉnh.',
    en: 'This list holds places outside the area given to this account. Ask whoever imported it, or an officer of the province.',
    zh: '此名单含有本账户辖区以外的场所，无法在此撤销。请联系导入人或省级官员。',
  })
}
