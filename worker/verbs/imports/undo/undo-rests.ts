import type { RegisterSite } from '../../../../db/queries/code-register.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import type { UndoModel } from './undo-model.ts'

/** What came to rest on a code since an import added it, in Vietnamese; null for nothing. */
export function restOfCode(model: UndoModel, codeId: string): string | null {
  const rest = model.codeRests.get(codeId)
  if (rest === undefined) return null
  const kinds = ['batches', 'certificates', 'decisions', 'successors', 'papers'] as const
  return listed(kinds.map((kind) => (rest[kind] ? UNDO_REPORT[kind] : null)))
}

/** What a place still carries besides what is being taken back, in Vietnamese; null for nothing. */
export function restOfSite(model: UndoModel, site: RegisterSite): string | null {
  const rest = model.siteRests.get(site.id)
  const codes = model.liveCodes.get(site.id)?.size ?? 0
  return listed([
    codes > 0 ? UNDO_REPORT.codes : null,
    rest?.described ? UNDO_REPORT.outlines : null,
    rest?.diary ? UNDO_REPORT.diary : null,
    rest?.papers ? UNDO_REPORT.papers : null,
  ])
}

function listed(reasons: readonly (string | null)[]): string | null {
  return reasons.filter((reason) => reason !== null).join(', ') || null
}
