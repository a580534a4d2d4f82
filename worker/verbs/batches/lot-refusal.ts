import { readGivenKg } from '../../../db/queries/batches.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import type { CheckedSource } from './check-fields.ts'
import { mostFrom } from './mass-balance.ts'

/** Why the lot graph refused the sources: found again after the fact, for a message that helps. */
export async function lotRefusal(
  ctx: VerbContext,
  { sources, batchId }: { sources: readonly CheckedSource[]; batchId: string },
): Promise<Problem> {
  for (const { batch, quantityKg, batchKg } of sources) {
    const givenKg = await readGivenKg(ctx.db, { fromBatchId: batch.id, except: batchId })
    if (givenKg + quantityKg <= mostFrom(batchKg)) continue
    const leftKg = Math.max(0, Math.round((batchKg - givenKg) * 1000) / 1000)
    return conflict({
      vi: `Lô nguồn ${batch.ref} chỉ còn ${leftKg} kg, không đủ ${quantityKg} kg.`,
      en: `Source batch ${batch.ref} has ${leftKg} kg left, not ${quantityKg} kg.`,
      zh: `来源批次 ${batch.ref} 仅剩 ${leftKg} 千克，不足 ${quantityKg} 千克。`,
    })
  }
  if (sources.length === 0) return tooBusy()
  return conflict({
    vi: 'Nguồn của lô không hợp lệ: một lô không thể là nguồn của chính nó, và lô nguồn vừa bị thay đổi thì phải khai lại.',
    en: 'The sources do not hold: a batch cannot be an input of itself, and a source that just changed must be declared anew.',
    zh: '来源无效：批次不能成为自身的来源；若来源刚被修改，请重新申报。',
  })
}
