import type { OrganisationKind } from '../../worker/domain/access/organisation-kinds.ts'

/** An invented organisation and the commune (by today's name) it sits in. */
export type DemoOrganisation = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly communeName: string
  readonly provinceName: string
  readonly address: string | null
  readonly hotline: string | null
  readonly hotlineHours: string | null
  readonly storyVi: string | null
  readonly storyEn: string | null
  readonly storyZh: string | null
}

/** No such line exists: it only shows where a hotline stands. */
const HOTLINE = '1900 0000 (số minh họa)'

const HOURS = 'thứ Hai đến thứ Bảy, 7:00–17:00'

/** How the demo's authority is reached: no such line exists. */
export const DEMO_CONTACT = { hotline: HOTLINE, hotlineHours: HOURS } as const

const NO_STORY = { storyVi: null, storyEn: null, storyZh: null }
const STORY = {
  storyVi:
    'Câu chuyện minh họa: các hộ cùng làm trên một vùng, ghi nhật ký chung, thu hoạch theo lịch và đóng gói trong ngày.',
  storyEn:
    'An invented story: the households work one area together, keep one diary, harvest by turns and pack on the day.',
  storyZh: '示例故事：各农户共同种植，统一记录，按计划采收，当日包装。',
}

function organisation(
  name: string,
  kind: DemoOrganisation['kind'],
  [communeName, provinceName]: readonly [string, string],
): DemoOrganisation {
  const isPerson = kind === 'household'
  return {
    ...{ name, kind, communeName, provinceName },
    address: isPerson ? null : `${communeName}, tỉnh ${provinceName} (địa chỉ minh họa)`,
    hotline: isPerson ? null : HOTLINE,
    hotlineHours: isPerson ? null : HOURS,
    ...(isPerson || kind === 'company' ? NO_STORY : STORY),
  }
}

export const MANGO_COOP = 'HTX Nông nghiệp Minh Họa Chợ Mới'
export const RICE_COOP = 'HTX Lúa gạo Minh Họa Óc Eo'
export const VEGETABLE_GROUP = 'Tổ hợp tác Rau Minh Họa Hội An'
export const TEA_COOP = 'HTX Chè Shan Minh Họa Suối Giàng'
export const CINNAMON_COOP = 'HTX Quế Minh Họa Văn Yên'
export const PACKER = 'Công ty TNHH Đóng gói Minh Họa Long Xuyên'
/** What it packs. */
export const PACKED_MANGO = 'Xoài cát đóng thùng Minh Họa'
export const BANANA_COOP = 'HTX Chuối dứa Minh Họa Bản Lầu'

/** Every holder of the demo code lists: created first, so that all of them are marked as demo. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  organisation(MANGO_COOP, 'cooperative', ['Xã Chợ Mới', 'An Giang']),
  organisation(RICE_COOP, 'cooperative', ['Xã Óc Eo', 'An Giang']),
  organisation(VEGETABLE_GROUP, 'group', ['Xã Hội An', 'An Giang']),
  organisation(PACKER, 'company', ['Phường Long Xuyên', 'An Giang']),
  organisation('Hộ Minh Họa 04', 'household', ['Xã Long Điền', 'An Giang']),
  organisation(TEA_COOP, 'cooperative', ['Xã Văn Chấn', 'Lào Cai']),
  organisation(CINNAMON_COOP, 'cooperative', ['Xã Mậu A', 'Lào Cai']),
  organisation(BANANA_COOP, 'cooperative', ['Xã Bản Lầu', 'Lào Cai']),
]
