import { sql } from 'drizzle-orm'
import { siteHousehold } from '../../db/schema/index.ts'
import { HOUSEHOLD_COPY as W } from '../copy/portal/household.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { line, optionalLine, optionalPhone } from './fields.ts'
import { optionalArea, optionalCount } from './number-fields.ts'
import { part, type ValuesOf } from './resource.ts'

/** One household that farms a growing area. Private: officers of the place and the holder see it. */
export const HOUSEHOLD = part({
  actions: {
    add: 'site.household.add',
    edit: 'site.household.edit',
    remove: 'site.household.remove',
    replace: 'site.household.replace',
  },
  entity: 'site',
  noun: W.noun,
  table: siteHousehold,
  of: 'siteId',
  may: { read: 'sites.read', write: 'sites.write' },
  fields: {
    name: line({
      label: W.name,
      max: 120,
      sheet: {
        heading: 'Họ tên chủ hộ',
        synonyms:
          'Họ và tên | Họ tên | Tên hộ | Chủ hộ | Tên chủ hộ | Hộ | Họ và tên chủ hộ | Hộ nông dân | Tên | Nông hộ | Tên nông hộ | Tên thành viên | Household | Name | Household name',
        cell: 'line',
      },
    }),
    plot: optionalLine({
      label: W.plot,
      max: 120,
      row: 'land',
      sheet: {
        heading: 'Thửa',
        synonyms: 'Lô | Lô/thửa | Số thửa | Thửa đất | Vị trí thửa | Địa chỉ | Ấp | Plot',
        cell: 'text',
      },
    }),
    areaHa: optionalArea({
      label: W.area,
      row: 'land',
      sheet: {
        heading: 'Diện tích (ha)',
        synonyms: 'Diện tích | Diện tích trồng | Diện tích canh tác | DT | Area | Area ha',
        cell: 'area',
      },
    }),
    treeCount: optionalCount({
      label: W.trees,
      row: 'more',
      sheet: {
        heading: 'Số cây',
        synonyms: 'Số lượng cây | Cây | Số gốc | Trees | Tree count',
        cell: 'count',
      },
    }),
    phone: optionalPhone({
      label: W.phone,
      row: 'more',
      sheet: {
        heading: 'Điện thoại',
        synonyms: 'Số điện thoại | SĐT | ĐT | Di động | Phone | Telephone',
        cell: 'phone',
      },
    }),
  },
  derive: ({ name }) => ({ nameFolded: foldVietnamese(name) }),
  // After the last of the list.
  initial: (now, { siteId }) => ({
    createdAt: now,
    position: sql`(SELECT coalesce(max(position), 0) + 1 FROM site_household
      WHERE site_id = ${siteId})`,
  }),
})

export type Household = ValuesOf<typeof HOUSEHOLD.fields>
