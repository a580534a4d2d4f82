import type { Command } from 'commander'
import { parseVietnameseDate } from '../../worker/lib/time/parse-vietnamese-date.ts'
import { importProtection } from '../../worker/verbs/imports/import-protection.ts'
import { type ImportOptions, readsFile } from '../imports/run-import-command.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { UsageError } from '../lib/usage-error.ts'

type Options = ImportOptions & { readonly from?: string; readonly basis?: string }

/** goc protection import */
export function register(program: Command, openContext: OpenContext): void {
  const importing = commandOf(program, openContext, 'protection')
    .description('Danh mục thuốc bảo vệ thực vật')
    .command('import')
    .description('Nhập danh mục thuốc bảo vệ thực vật từ Excel (.xlsx) hoặc CSV')
    .option('--from <date>', 'ngày có hiệu lực của danh mục, khi các dòng không ghi')
    .option('--basis <text>', 'văn bản ban hành, khi các dòng không ghi')
  readsFile(importing, {
    title: 'Danh mục thuốc bảo vệ thực vật',
    read: (ctx, file, options: Options) =>
      importProtection({ ctx, input: { ...file, defaults: defaultsOf(options) } }),
  })
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
