import type { RegisterSite } from '../../../../db/queries/code-register.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import type { UndoModel } from './undo-model.ts'

/** What came to rest on a code since an import added it, in Vietnamese; null for nothing. */
export function restOfCode(model: UndoModel, codeId: string): string | null {
  const rest = model.codeRests.get(codeId)
  if (rest === undefined) return null
  const { batches, certificates, decisions, successors, papers } = rest
  const reasons = [
    batches ? UNDO_REPORT.batches : null,
    certificates ? UNDO_REPORT.certificates : null,
    decisions ? UNDO_REPORT.decisions : null,
    successors ? UNDO_REPORT.successors : null,
    papers ? UNDO_REPORT.papers : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}

/** What a place still carries besides what is being taken back, in Vietnamese; null for nothing. */
export function restOfSite(model: UndoModel, site: RegisterSite): string | null {
  const rest = model.siteRests.get(site.id)
  const codes = model.liveCodes.get(site.id)?.size ?? 0
  const reasons = [
    codes > 0 ? UNDO_REPORT.codes : null,
    rest?.described ? UNDO_REPORT.outlines : null,
    rest?.diary ? UNDO_REPORT.diary : null,
    rest?.papers ? UNDO_REPORT.papers : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
