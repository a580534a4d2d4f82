import type { Command } from 'commander'
import type { DiaryEntryDetail } from '../../db/queries/diary-entries.ts'
import { DIARY_KINDS, type DiaryKind, diaryDetails } from '../../worker/copy/diary.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { normaliseCode } from '../../worker/domain/codes/normalise-code.ts'
import { findRegisterCode } from '../../worker/verbs/codes/find-register-code.ts'
import {
  type CorrectionInput,
  correctDiaryEntry,
} from '../../worker/verbs/diary/correct-diary-entry.ts'
import { readDiary } from '../../worker/verbs/diary/list-diary.ts'
import { importDiary } from '../../worker/verbs/imports/import-diary.ts'
import { type ImportOptions, readsFile } from '../imports/run-import-command.ts'
import { commandOf, type GocCommand } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { decimalNumber, wholeNumber } from '../lib/parse-options.ts'
import { organisationIdOf } from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'
import { UsageError } from '../lib/usage-error.ts'

/** goc diary list|import|correct */
export function register(program: Command, openContext: OpenContext): void {
  const diary = commandOf(program, openContext, 'diary').description('Nhật ký canh tác')
  registerList(diary)
  registerImport(diary)
  registerCorrect(diary)
}

function registerList(diary: GocCommand): void {
  withPages(diary.command('list').description('Xem nhật ký, việc mới nhất trước'))
    .option('--area <code>', 'của một vùng trồng hoặc cơ sở, theo mã số')
    .option('--organisation <name>', 'của mọi nơi thuộc đơn vị (tên hoặc id)')
    .run(async ({ ctx }, options: PageOptions & { area?: string; organisation?: string }) => {
      const { area } = options
      const asked = {
        siteId: area === undefined ? null : (await findRegisterCode(ctx.db, area)).code.siteId,
        organisationId: await organisationIdOf(ctx, options),
      }
      await sayList(options, {
        read: (cursor, limit) => readDiary(ctx, { ...asked, cursor, limit }),
        line: entryLine,
        none: 'Chưa có dòng nhật ký nào.',
      })
    })
}

function registerImport(diary: GocCommand): void {
  const importing = diary
    .command('import')
    .description('Nhập nhật ký từ tệp Excel (.xlsx) hoặc CSV; nhập lại không ghi đôi')
  readsFile(importing, {
    title: 'Nhật ký canh tác',
    read: (ctx, file, { area }: ImportOptions & { area?: string }) =>
      importDiary({ ctx, input: { ...file, ...defaultsOf(area) } }),
  }).option('--area <code>', 'mã vùng trồng, nếu bảng không có cột mã')
}

/** Texts of a correction by the option that gives them; an empty one takes the field out. */
const TEXTS = {
  plot: 'lô, thửa',
  crop: 'cây trồng',
  product: 'tên thuốc, phân bón',
  activeIngredient: 'hoạt chất',
  dose: 'liều lượng, kèm đơn vị',
  method: 'cách làm',
  targetPest: 'đối tượng phòng trừ',
  operator: 'người thực hiện',
  note: 'ghi chú',
  batch: 'mã lô hoặc số lô',
} as const

type TextName = keyof typeof TEXTS
type CorrectOptions = { readonly [K in TextName]?: string } & {
  readonly reason: string
  readonly on?: string
  readonly kind?: string
  readonly work?: string
  readonly quantity?: number
  readonly unit?: string
  readonly interval?: number
}

function registerCorrect(diary: GocCommand): void {
  const command = diary
    .command('correct')
    .description('Sửa một dòng ghi nhầm bằng một dòng mới; cả hai dòng vẫn xem được')
    .argument('<id>', 'mã dòng nhật ký (xem bằng diary list)')
    .requiredOption('--reason <text>', 'lý do, mọi người xem được')
    .option('--on <date>', 'ngày làm, dạng 2026-03-05')
    .option('--kind <kind>', `loại việc: ${Object.keys(DIARY_KINDS).join(', ')}`)
    .option('--work <text>', 'công việc, như ghi trong sổ')
    .option('--quantity <n>', 'số lượng', decimalNumber)
    .option('--unit <unit>', 'đơn vị của số lượng')
    .option('--interval <days>', 'thời gian cách ly, số ngày', wholeNumber)
  for (const [name, what] of Object.entries(TEXTS)) {
    command.option(`--${dashed(name)} <text>`, `${what}; để trống "" là bỏ đi`)
  }
  command.run(async ({ ctx }, id: string, options: CorrectOptions) => {
    const made = await correctDiaryEntry({ ctx, input: { ...changesOf(options), id } })
    say(made.id)
  })
}

function changesOf(options: CorrectOptions): Omit<CorrectionInput, 'id'> {
  const { reason, on, kind, work, quantity, unit, interval } = options
  if ((quantity === undefined) !== (unit === undefined)) {
    throw new UsageError('--quantity và --unit đi cùng nhau.')
  }
  const texts = Object.keys(TEXTS).flatMap((name) => {
    const text = options[name as TextName]
    return text === undefined ? [] : [[name, text.trim() === '' ? null : text]]
  })
  return {
    ...Object.fromEntries(texts),
    reason,
    ...(on === undefined ? {} : { occurredOn: on }),
    // Any other is refused with the kinds there are.
    ...(kind === undefined ? {} : { kind: kind as DiaryKind }),
    ...(work === undefined ? {} : { work }),
    ...(quantity === undefined || unit === undefined
      ? {}
      : { quantity: { value: quantity, unit } }),
    ...(interval === undefined ? {} : { intervalDays: interval }),
  }
}

function entryLine(row: DiaryEntryDetail): string {
  const details = diaryDetails(row.details, 'vi').map(({ label, text }) => `${label}: ${text}`)
  const state = row.retracts ? 'đã rút lại' : row.amendsId === null ? '' : 'đã sửa'
  const parts = [row.id, formatOn(row.occurredOn, 'vi'), row.siteName, row.summary]
  return [...parts, details.join(', '), state].filter((part) => part !== '').join('  ')
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function defaultsOf(area: string | undefined) {
  if (area === undefined) return {}
  const reading = normaliseCode(area)
  if (!reading.ok) throw new UsageError(reading.reason)
  return { defaults: { growingAreaCode: reading.code } }
}
