import { type BatchProfile, isLabelCode } from '../../domain/label/subject.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Told whenever labels come out in another profile than the one asked for. */
export type Fallback = {
  readonly from: BatchProfile
  readonly to: BatchProfile
  readonly reason: LocalText
}

/** The codes a `full` label would carry. */
export type LabelCodes = {
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
}

const MAX_AREAS = 3

/**
 * The profile a batch can really bear. `full` needs a code to carry, at most three growing areas,
 * and codes within the label grammar; else the labels are `compact`, and say so.
 */
export function chooseProfile(
  asked: BatchProfile,
  codes: LabelCodes,
): { profile: BatchProfile; fallback: Fallback | null } {
  const reason = asked === 'full' ? whyNotFull(codes) : null
  if (reason === null) return { profile: asked, fallback: null }
  return { profile: 'compact', fallback: { from: asked, to: 'compact', reason } }
}

function whyNotFull({ growingAreas, packingHouse }: LabelCodes): LocalText | null {
  const codes = packingHouse === null ? growingAreas : [...growingAreas, packingHouse]
  if (codes.length === 0) {
    return {
      vi: 'Lô chưa có mã vùng trồng hay mã cơ sở đóng gói nên tem in dạng ngắn (compact).',
      en: 'The batch has no code, so its labels are compact.',
      zh: '该批次没有种植区或包装厂代码，因此使用精简标签（compact）。',
    }
  }
  if (growingAreas.length > MAX_AREAS) {
    return {
      vi: `Lô có ${growingAreas.length} vùng trồng, tem chỉ ghi được ${MAX_AREAS}, nên tem in dạng ngắn (compact).`,
      en: `The batch has ${growingAreas.length} growing areas and a label carries ${MAX_AREAS}, so its labels are compact.`,
      zh: `该批次有 ${growingAreas.length} 个种植区，标签最多写 ${MAX_AREAS} 个，因此使用精简标签（compact）。`,
    }
  }
  const strange = codes.find((code) => !isLabelCode(code))
  if (strange === undefined) return null
  return {
    vi: `Mã ${strange} không ghi được lên tem nên tem in dạng ngắn (compact).`,
    en: `Code ${strange} cannot stand on a label, so the labels are compact.`,
    zh: `代码 ${strange} 无法写在标签上，因此使用精简标签（compact）。`,
  }
}
