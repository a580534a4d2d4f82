import type { BatchDocument } from '../../domain/standing/batch-document.ts'
import type { LabelCodes } from './choose-profile.ts'

/** The codes that labels of a batch carry. */
export function codesOf(document: BatchDocument): LabelCodes {
  return {
    growingAreas: document.growingAreas.map(({ code }) => code),
    packingHouse: document.packingHouse?.code ?? null,
  }
}
