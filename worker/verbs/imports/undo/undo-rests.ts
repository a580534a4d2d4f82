import type { RegisterSite } from '../../../../db/queries/code-register.ts'
import type { UndoModel } from './undo-model.ts'

/** What came to rest on a code since an import added it, in Vietnamese; null for nothing. */
export function restOfCode(model: UndoModel, codeId: string): string | null {
  const rest = model.codeRests.get(codeId)
  if (rest === undefined) return null
  const { batches, certificates, decisions, successors, papers } = rest
  const reasons = [
    batches > 0 ? 'đã có lô hàng khai theo mã này' : null,
    certificates > 0 ? 'đã in giấy xác nhận' : null,
    decisions > 0 ? 'đã có quyết định khác sau lần nhập' : null,
    successors > 0 ? 'đã có mã cấp lại thay mã này' : null,
    papers > 0 ? 'đã có giấy tờ kèm theo' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}

/** What a place still carries besides what is being taken back, in Vietnamese; null for nothing. */
export function restOfSite(model: UndoModel, site: RegisterSite): string | null {
  const rest = model.siteRests.get(site.id)
  const codes = model.liveCodes.get(site.id)?.size ?? 0
  const reasons = [
    codes > 0 ? 'còn mã số đang dùng' : null,
    (rest?.described ?? 0) > 0 ? 'đã có ranh giới, hộ dân hoặc hợp đồng' : null,
    (rest?.diary ?? 0) > 0 ? 'đã có nhật ký' : null,
    (rest?.papers ?? 0) > 0 ? 'đã có giấy tờ kèm theo' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
