import type { EntryKind } from '../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { recordEntry } from '../../worker/verbs/diary/record-entry.ts'
import type { DemoContext } from './demo-context.ts'
import type { DemoStep } from './demo-sheets.ts'
import { siteOf } from './demo-sites.ts'

type DemoEntry = {
  readonly on: number
  readonly kind: EntryKind
  readonly values: Readonly<Record<string, unknown>>
}

const m = (value: string, unit: string) => ({ value, unit })
const bought = (given: {
  readonly on: number
  readonly category: 'protection' | 'fertiliser'
  readonly product: string
  readonly quantity: ReturnType<typeof m>
  readonly lot: string
  readonly documentNo: string
}): DemoEntry => {
  const { on, ...values } = given
  return {
    on,
    kind: 'input_purchase',
    values: { ...values, supplier: 'Đại lý vật tư Minh Họa', sellerAddress: 'Chợ Minh Họa' },
  }
}

/** What lists of the old kind leave out of a season, as an app records it. */
const MANGO: readonly DemoEntry[] = [
  {
    on: -209,
    kind: 'site_assessment',
    values: {
      ...{ item: 'Mẫu đất tầng mặt, mẫu nước kênh tưới', hazard: 'Kim loại nặng, vi sinh' },
      result: 'Trong giới hạn cho phép (kết quả minh họa)',
    },
  },
  bought({
    ...{ on: -200, category: 'fertiliser', product: 'Phân hữu cơ Minh Họa' },
    ...{ quantity: m('90', 't'), lot: 'HC-01', documentNo: 'HĐ 0101/MH' },
  }),
  bought({
    ...{ on: -199, category: 'fertiliser', product: 'Phân hữu cơ Minh Họa' },
    ...{ quantity: m('90', 't'), lot: 'HC-02', documentNo: 'HĐ 0103/MH' },
  }),
  bought({
    ...{ on: -140, category: 'protection', product: 'Thuốc trừ sâu Minh Họa 60SC' },
    ...{ quantity: m('30', 'l'), lot: 'SC-26', documentNo: 'HĐ 0102/MH' },
  }),
  bought({
    ...{ on: -140, category: 'protection', product: 'Thuốc trừ bệnh Minh Họa 325SC' },
    ...{ quantity: m('20', 'l'), lot: 'B-325', documentNo: 'HĐ 0102/MH' },
  }),
  {
    on: -131,
    kind: 'equipment',
    values: { item: 'Máy phun áp lực', action: 'calibrated', result: '0,9 lít/phút mỗi béc' },
  },
  {
    on: -90,
    kind: 'self_check',
    values: { criterion: 'Kho thuốc khóa, có khay chống tràn', result: 'pass' },
  },
  {
    on: -60,
    kind: 'incident',
    values: {
      ...{ category: 'drift', topic: 'Gió đưa thuốc từ vườn bên sang hàng cây bìa' },
      action: 'Không thu hoạch hàng bìa, trồng thêm hàng rào cây xanh',
    },
  },
]

const TEA: readonly DemoEntry[] = [
  {
    on: -176,
    kind: 'composting',
    values: {
      ...{ item: 'Phân trâu, vỏ trấu, men vi sinh', quantity: m('40', 't') },
      ...{ method: 'Ủ nóng, đảo hai lần', durationHours: m('120', 'day') },
    },
  },
  bought({
    ...{ on: -100, category: 'fertiliser', product: 'Phân hữu cơ vi sinh Minh Họa' },
    ...{ quantity: m('40', 't'), lot: 'VS-07', documentNo: 'HĐ 0207/MH' },
  }),
  bought({
    ...{ on: -70, category: 'protection', product: 'Thuốc sinh học Minh Họa 0.3EC' },
    ...{ quantity: m('60', 'l'), lot: 'SH-03', documentNo: 'HĐ 0208/MH' },
  }),
  {
    on: -23,
    kind: 'processing',
    values: {
      ...{ step: 'fixing', inputKg: m('820', 'kg'), quantity: m('640', 'kg') },
      ...{ temperature: '240 °C', durationHours: m('3', 'hour'), operator: 'Tổ chế biến' },
    },
  },
  {
    on: -22,
    kind: 'processing',
    values: {
      ...{ step: 'drying', inputKg: m('640', 'kg'), quantity: m('175', 'kg') },
      ...{ temperature: '90 °C', durationHours: m('6', 'hour'), operator: 'Tổ chế biến' },
    },
  },
  {
    on: -21,
    kind: 'self_check',
    values: { criterion: 'Xưởng sạch, người làm có khám sức khỏe', result: 'pass' },
  },
]

const DIARIES = [
  { code: 'VN-AGOR-9002', writer: 'Tổ trưởng tổ 2 (minh họa)', entries: MANGO },
  { code: 'VN-15-133-04681-95-24', writer: 'Cán bộ kỹ thuật HTX (minh họa)', entries: TEA },
] as const

/** Entries written by their kinds, each in the evening of its day. */
export function entrySteps(demo: DemoContext): DemoStep[] {
  return DIARIES.flatMap(({ code, writer, entries }, diary) =>
    entries.map((entry, at) => ({
      on: entry.on,
      run: async () => {
        const madeAt = demo.calendar.at(entry.on, 19)
        const ctx = {
          ...demo.then(entry.on, 19),
          actor: { kind: 'operator', name: writer } as const,
        }
        const body = { siteId: await siteOf(demo, code), kind: entry.kind, values: entry.values }
        await recordEntry({
          ctx,
          photos: async () => [],
          envelope: {
            ...{ id: recordIdOf(madeAt, diary * 100 + at), v: 1, via: 'app', body },
            ...{ happenedOn: demo.calendar.on(entry.on), madeAt, clock: null },
          },
        })
      },
    })),
  )
}

/** A UUID v7 of the instant, the same each time the data is made: what is there already stays. */
function recordIdOf(madeAt: number, count: number): string {
  const time = madeAt.toString(16).padStart(12, '0')
  const last = count.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${last}`
}
