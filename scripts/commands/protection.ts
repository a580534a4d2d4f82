import type { Command } from 'commander'
import { parseVietnameseDate } from '../../worker/lib/time/parse-vietnamese-date.ts'
import { importProtection } from '../../worker/verbs/imports/import-protection.ts'
import { type ImportOptions, runImportCommand } from '../imports/run-import-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { UsageError } from '../lib/usage-error.ts'

type Options = ImportOptions & { readonly from?: string; readonly basis?: string }

/** goc protection import */
export function register(program: Command, openContext: OpenContext): void {
  program
    .command('protection')
    .description('Danh mục thuốc bảo vệ thực vật')
    .command('import')
    .description('Nhập danh mục thuốc bảo vệ thực vật từ Excel (.xlsx) hoặc CSV')
    .argument('<file>', 'tệp')
    .option('--from <date>', 'ngày có hiệu lực của danh mục, khi các dòng không ghi')
    .option('--basis <text>', 'văn bản ban hành, khi các dòng không ghi')
    .option('--dry-run', 'chỉ xem sẽ ghi gì, không ghi')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--convert-text', 'chuyển chữ TCVN3, VNI hoặc mã hóa hai lần sang Unicode')
    .action((path: string, options: Options) =>
      runImportCommand(openContext, {
        path,
        title: 'Danh mục thuốc bảo vệ thực vật',
        options,
        run: (ctx, file) =>
          importProtection({ ctx, input: { ...file, defaults: defaultsOf(options) } }),
      }),
    )
}

function defaultsOf({ from, basis }: Options) {
  return {
    ...(from === undefined ? {} : { permittedFromOn: dayOf(from) }),
    ...(basis === undefined ? {} : { legalBasis: basis }),
  }
}

function dayOf(text: string) {
  const reading = parseVietnameseDate(text)
  if (!reading.ok) throw new UsageError(reading.reason)
  return reading.on
}
