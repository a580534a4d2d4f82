import type { Command } from 'commander'
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportCodes,
} from '../../worker/verbs/exports/export-codes.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { openOutput } from '../lib/output-file.ts'
import { note } from '../lib/say.ts'

type ExportOptions = {
  format: ExportFormat
  out: string
  force?: true
  province?: string
  kind?: string
  crop?: string
  market?: string
  status?: string
}

/** goc codes export */
export function register(program: Command, openContext: OpenContext): void {
  const codes = commandOf(program, openContext, 'codes')
  codes
    .command('export')
    .description('Xuất danh sách mã số theo đúng các cột mà lệnh nhập đọc được')
    .oneOf('--format <format>', 'dạng tệp', EXPORT_FORMATS, 'csv')
    .requiredOption('--out <file>', 'tệp ghi ra; “-” là màn hình')
    .option('--force', 'ghi đè tệp đã có')
    .option('--province <name>', 'tỉnh, theo tên hoặc mã')
    .option('--kind <kind>', 'vùng trồng hoặc cơ sở đóng gói')
    .option('--crop <crop>', 'cây trồng')
    .option('--market <market>', 'thị trường')
    .option('--status <status>', 'tình trạng hôm nay')
    .run(async ({ ctx }, options: ExportOptions) => {
      const { out, force, ...input } = options
      const output = await openOutput(out, { force })
      try {
        const { chunks } = await exportCodes({ ctx, input })
        await output.write(chunks)
      } catch (error) {
        await output.discard()
        throw error
      }
      if (out !== '-') note(`Đã ghi ${out}.`)
    })
}
