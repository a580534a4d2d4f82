import type { RegisterSite } from '../../../../db/queries/code-register.ts'
import type { UndoModel } from './undo-model.ts'

/** What came to rest on a code since an import added it, in Vietnamese; null for nothing. */
export function restOfCode(model: UndoModel, codeId: string): string | null {
  const rest = model.codeRests.get(codeId)
  if (rest === undefined) return null
  const { batches, certificates, decisions, successors, papers } = rest
  const reasons = [
    batches ? 'đã có lô hàng khai theo mã này' : null,
    certificates ? 'đã in giấy xác nhận' : null,
    decisions ? 'đã có quyết định khác sau lần nhập' : null,
    successors ? 'đã có mã cấp lại thay mã này' : null,
    papers ? 'đã có giấy tờ kèm theo' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}

/** What a place still carries besides what is being taken back, in Vietnamese; null for nothing. */
export function restOfSite(model: UndoModel, site: RegisterSite): string | null {
  const rest = model.siteRests.get(site.id)
  const codes = model.liveCodes.get(site.id)?.size ?? 0
  const reasons = [
    codes > 0 ? 'còn mã số đang dùng' : null,
    rest?.described ? 'đã có ranh giới, hộ dân hoặc hợp đồng' : null,
    rest?.diary ? 'đã có nhật ký' : null,
    rest?.papers ? 'đã có giấy tờ kèm theo' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
