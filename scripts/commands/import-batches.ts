import type { Command } from 'commander'
import { importBatches } from '../../worker/verbs/imports/import-batches.ts'
import { readsFile } from '../imports/run-import-command.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'

/** goc batches import */
export function register(program: Command, openContext: OpenContext): void {
  const importing = commandOf(program, openContext, 'batches')
    .command('import')
    .description('Nhập danh sách lô hàng từ tệp Excel (.xlsx) hoặc CSV; nhập lại không ghi đôi')
  readsFile(importing, {
    title: 'Danh sách lô hàng',
    read: (ctx, file) => importBatches({ ctx, input: file }),
  })
}
