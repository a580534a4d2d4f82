import type { Command } from 'commander'
import { CHECK_STATE_NAMES } from '../../worker/copy/portal/pre-shipment.ts'
import { allowCheck } from '../../worker/verbs/pre-shipment/allow-check.ts'
import { checkName } from '../../worker/verbs/pre-shipment/check-text.ts'
import { showChecks } from '../../worker/verbs/pre-shipment/show-checks.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { say } from '../lib/say.ts'

type AllowOptions = {
  readonly check: string
  readonly reason: string
  readonly authority: string
  readonly document?: string
}

/** goc batches checks|allow-check */
export function register(program: Command, openContext: OpenContext): void {
  const batches = commandOf(program, openContext, 'batches')

  batches
    .command('checks')
    .description('Các mục thị trường yêu cầu kiểm tra trước khi xuất lô, và kết quả')
    .aboutBatch()
    .runOnBatch(async (ctx, ref) => {
      const checks = await showChecks(ctx, ref)
      if (checks.length === 0) say('Lô này không có mục kiểm tra nào.')
      for (const check of checks) {
        const { key, state, isDoubtful, allowance, source } = check
        const notes = [
          ...(isDoubtful ? ['chưa kiểm chứng'] : []),
          ...(allowance === null ? [] : [`${allowance.by} cho xuất`]),
        ]
        const told = [CHECK_STATE_NAMES[state].vi, ...notes].join(', ')
        say([key, checkName(check).vi, told, source].join('\t'))
      }
    })

  batches
    .command('allow-check')
    .description('Cho xuất lô dù một mục kiểm tra chưa đạt')
    .aboutBatch()
    .requiredOption('--check <key>', 'mục kiểm tra, như “batches checks” ghi')
    .requiredOption('--reason <text>', 'lý do, lưu cùng lô')
    .requiredOption('--authority <name>', 'cơ quan quyết định')
    .option('--document <no>', 'số văn bản')
    .runOnBatch(async (ctx, ref, options: AllowOptions) => {
      const { check, reason, authority, document: documentNo = '' } = options
      await allowCheck({ ctx, input: { ref, texts: { check, reason, documentNo }, authority } })
      say(`Đã ghi: lô ${ref} được xuất dù thiếu ${check}.`)
    })
}
