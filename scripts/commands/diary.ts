import type { Command } from 'commander'
import { normaliseCode } from '../../worker/domain/codes/normalise-code.ts'
import { importDiary } from '../../worker/verbs/imports/import-diary.ts'
import { type ImportOptions, runImportCommand } from '../imports/run-import-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { UsageError } from '../lib/usage-error.ts'

/** goc diary import */
export function register(program: Command, openContext: OpenContext): void {
  program
    .command('diary')
    .description('Nhật ký canh tác')
    .command('import')
    .description('Nhập nhật ký từ tệp Excel (.xlsx) hoặc CSV; nhập lại không ghi đôi')
    .argument('<file>', 'tệp')
    .option('--dry-run', 'chỉ xem sẽ ghi gì, không ghi')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--convert-text', 'chuyển chữ TCVN3, VNI hoặc mã hóa hai lần sang Unicode')
    .option('--area <code>', 'mã vùng trồng, nếu bảng không có cột mã')
    .action((path: string, options: ImportOptions & { area?: string }) =>
      runImportCommand(openContext, {
        path,
        title: 'Nhật ký canh tác',
        options,
        run: (ctx, file) => importDiary({ ctx, input: { ...file, ...defaultsOf(options.area) } }),
      }),
    )
}

function defaultsOf(area: string | undefined) {
  if (area === undefined) return {}
  const reading = normaliseCode(area)
  if (!reading.ok) throw new UsageError(reading.reason)
  return { defaults: { growingAreaCode: reading.code } }
}
