import { MAX_EXCEPTIONS_PER_BATCH } from '../../../db/queries/batch-facts.ts'
import type { Problem } from '../errors.ts'
import { conflict } from '../guard/refusals.ts'

/** A scan reads all exceptions of a batch, so their number has a bound. */
export function exceptionsFull(ref: string): Problem {
  return conflict({
    vi: `Lô ${ref} đã có ${MAX_EXCEPTIONS_PER_BATCH} lần ghi hủy hoặc mất tem; hãy thu hồi cả lô thay vì ghi thêm từng khoảng.`,
    en: `Batch ${ref} already has ${MAX_EXCEPTIONS_PER_BATCH} exceptions; recall the whole batch instead.`,
    zh: `批次 ${ref} 的异常记录已达 ${MAX_EXCEPTIONS_PER_BATCH} 条；请召回整个批次。`,
  })
}
