import type { Command } from 'commander'
import { importBatches } from '../../worker/verbs/imports/import-batches.ts'
import { type ImportOptions, runImportCommand } from '../imports/run-import-command.ts'
import type { OpenContext } from '../lib/open-context.ts'

/** goc batches import */
export function register(program: Command, openContext: OpenContext): void {
  const batches =
    program.commands.find((command) => command.name() === 'batches') ?? program.command('batches')
  batches
    .command('import')
    .description('Nhập danh sách lô hàng từ tệp Excel (.xlsx) hoặc CSV; nhập lại không ghi đôi')
    .argument('<file>', 'tệp')
    .option('--dry-run', 'chỉ xem sẽ ghi gì, không ghi')
    .option('--json', 'in báo cáo dạng JSON')
    .option('--convert-text', 'chuyển chữ TCVN3, VNI hoặc mã hóa hai lần sang Unicode')
    .action((path: string, options: ImportOptions) =>
      runImportCommand(openContext, {
        path,
        title: 'Danh sách lô hàng',
        options,
        run: (ctx, file) => importBatches({ ctx, input: file }),
      }),
    )
}
