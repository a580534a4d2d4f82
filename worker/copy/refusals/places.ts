import type { LocalText } from '../../lib/text/local-text.ts'
import { fill } from '../fill.ts'

const PLACE_FAULTS = {
  province_unknown: {
    en: 'There is no province or city “{province}”.',
    zh: '未找到省市“{province}”。',
  },
  not_found: {
    en: 'There is no commune “{commune}”. Check its name and province.',
    zh: '未找到乡级单位“{commune}”，请检查名称和省份。',
  },
  ambiguous: {
    en: '“{commune}” may be: {candidates}. Say which.',
    zh: '“{commune}”可能是：{candidates}。请写明。',
  },
  several: {
    en: 'Several places are named “{commune}”; give the province or choose from the list.',
    zh: '有多个名为“{commune}”的地方，请填写省份或从列表中选择。',
  },
} as const satisfies Record<string, Omit<LocalText, 'vi'>>

/** Why no commune was found; in Vietnamese as the search for it says it. */
export function placeFault(
  found: {
    readonly code: 'province_unknown' | 'not_found' | 'ambiguous'
    readonly message: string
    readonly candidates: readonly string[]
  },
  typed: { readonly commune: string; readonly province: string },
): LocalText {
  const { code, message, candidates } = found
  const isOpen = code === 'ambiguous' && candidates.length === 0
  const text: Omit<LocalText, 'vi'> = PLACE_FAULTS[isOpen ? 'several' : code]
  const values = { ...typed, candidates: candidates.join('; ') }
  return { vi: message, en: fill(text.en, values), zh: fill(text.zh, values) }
}

/** Why a commune or province is not the one. */
export const PLACE_REFUSALS = {
  communeGone: {
    vi: 'Không có xã, phường này. Hãy chọn lại.',
    en: 'There is no such commune. Choose again.',
    zh: '没有此乡级单位，请重新选择。',
  },
  communeMissing: {
    vi: 'Hãy ghi xã, phường hoặc đặc khu.',
    en: 'Give the commune, ward or special zone.',
    zh: '请填写乡、坊或特区。',
  },
  provinceOfCommune: {
    vi: 'Hãy chọn tỉnh của xã, phường này.',
    en: 'Choose the province of this commune.',
    zh: '请选择该乡级单位所在的省份。',
  },
  communeNotThere: {
    vi: 'Không có xã, phường này trong tỉnh đã chọn.',
    en: 'There is no such commune in the province chosen.',
    zh: '所选省份中没有此乡级单位。',
  },
  provinceGone: {
    vi: 'Không có tỉnh này.',
    en: 'There is no such province.',
    zh: '没有此省份。',
  },
} as const satisfies Record<string, LocalText>

/** What the search for a commune says in Vietnamese where no province was named. */
export const COMMUNE_FAULTS = {
  ambiguous: 'Có nhiều nơi tên “{commune}”; hãy ghi tỉnh hoặc chọn trong danh sách.',
  not_found: 'Không tìm thấy “{commune}”. Hãy ghi đúng tên xã, phường.',
} as const

/** A commune of today to choose, by its name of before; names of communes are Vietnamese. */
export const COMMUNE_CHOICE = '{now} (trước đây: {former})'
