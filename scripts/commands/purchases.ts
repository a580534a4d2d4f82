import type { Command } from 'commander'
import type { PurchaseLineItem } from '../../db/queries/purchase-reports.ts'
import { periodName } from '../../worker/copy/portal/period-name.ts'
import { PURCHASE_FLAG_NAMES } from '../../worker/copy/portal/purchase.ts'
import { daysOfMonths } from '../../worker/verbs/purchases/purchase-sums.ts'
import { readLines } from '../../worker/verbs/purchases/read-report.ts'
import { addReport } from '../../worker/verbs/purchases/save-report.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { idOfOrganisation } from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'

type ListOptions = PageOptions & { from?: string; to?: string; flagged?: true }

type AddOptions = {
  organisation: string
  period: string
  code: string
  bought?: string
  sold?: string
  destination?: string
  crop?: string
  buyer?: string
  confirm?: string[]
}

/** goc purchases list|add */
export function register(program: Command, openContext: OpenContext): void {
  const purchases = commandOf(program, openContext, 'purchases').description(
    'Báo cáo thu mua, tiêu thụ qua mã số vùng trồng',
  )

  withPages(purchases.command('list').description('Các dòng đã báo cáo, kỳ mới nhất trước'))
    .option('--from <month>', 'từ tháng, MM/YYYY; một năm gần đây nếu không ghi')
    .option('--to <month>', 'đến hết tháng')
    .option('--flagged', 'chỉ những dòng cần xem')
    .run(async ({ ctx }, options: ListOptions) => {
      const { from = '', to = '', flagged } = options
      const days = daysOfMonths(ctx, { from, to })
      await sayList(options, {
        read: (cursor, limit) =>
          readLines(ctx, { days, onlyFlagged: flagged === true, cursor, limit }),
        line: lineOf,
        none: 'Chưa có báo cáo nào.',
      })
    })

  purchases
    .command('add')
    .description('Ghi báo cáo một kỳ của một đơn vị, qua một mã số')
    .requiredOption('--organisation <name>', 'đơn vị báo cáo (tên hoặc id)')
    .requiredOption('--period <period>', 'kỳ: tháng MM/YYYY, hoặc từ ngày..đến ngày')
    .requiredOption('--code <code>', 'mã số vùng trồng')
    .option('--bought <kg>', 'số kg đã mua')
    .option('--sold <kg>', 'số kg đã bán')
    .option('--destination <market>', 'bán đi đâu: thị trường, hoặc processing')
    .option('--crop <name>', 'cây trồng, khi vùng có nhiều cây')
    .option('--buyer <name>', 'bán cho ai')
    .option('--confirm <code...>', 'điều đã xem lại và đúng, theo mã mà câu hỏi nêu')
    .run(async ({ ctx }, options: AddOptions) => {
      const { organisation, period, confirm = [] } = options
      const organisationId = await idOfOrganisation(ctx, organisation)
      const texts = {
        ...{ code1: options.code, boughtKg1: options.bought, soldKg1: options.sold },
        ...{ destination1: options.destination, crop1: options.crop },
        counterpart1: options.buyer,
      }
      const input = { organisationId, period, texts, confirmed: confirm }
      say((await addReport({ ctx, input })).id)
    })
}

function lineOf(line: PurchaseLineItem): string {
  const { reporter, code, cropName, boughtKg, soldKg, destination, flags } = line
  const parts = [
    ...[periodName(line).vi, reporter, code, cropName],
    boughtKg === null ? null : `mua ${boughtKg} kg`,
    soldKg === null ? null : `bán ${soldKg} kg`,
    destination,
    flags.length === 0 ? null : flags.map((flag) => PURCHASE_FLAG_NAMES[flag].vi).join(', '),
  ]
  return parts.filter((part) => part !== null).join('  ')
}
