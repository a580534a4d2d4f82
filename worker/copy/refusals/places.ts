import type { LocalText } from '../../lib/text/local-text.ts'
import { fillAll } from '../fill.ts'

const PLACE_FAULTS = {
  province_unknown: {
    vi: 'Không tìm thấy tỉnh, thành phố “{province}”.',
    en: 'There is no province or city “{province}”.',
    zh: '未找到省市“{province}”。',
  },
  not_found: {
    vi: 'Không tìm thấy “{commune}”.',
    en: 'There is no commune “{commune}”. Check its name and province.',
    zh: '未找到乡级单位“{commune}”，请检查名称和省份。',
  },
  ambiguous: {
    vi: '“{commune}” có thể là: {candidates}.',
    en: '“{commune}” may be several places: {candidates}. Say which.',
    zh: '“{commune}”可能指多个地方：{candidates}。请写明。',
  },
} as const satisfies Record<string, LocalText>

/** Why no commune was found; in Vietnamese as the search for it says it. */
export function placeFault(
  found: {
    readonly code: keyof typeof PLACE_FAULTS
    readonly message: string
    readonly candidates: readonly string[]
  },
  typed: { readonly commune: string; readonly province: string },
): LocalText {
  const text: LocalText = PLACE_FAULTS[found.code]
  const candidates = found.candidates.join('; ')
  return { ...fillAll(text, { ...typed, candidates }), vi: found.message }
}
