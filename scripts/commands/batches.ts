import type { Command } from 'commander'
import type { BatchListRow } from '../../db/queries/batch-list.ts'
import { readBatchLinks } from '../../db/queries/batches.ts'
import { formatNumber, formatOn } from '../../worker/copy/format.ts'
import { annulBatch } from '../../worker/verbs/batches/annul-batch.ts'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import { decideCodeUse } from '../../worker/verbs/batches/decide-code-use.ts'
import { readBatches } from '../../worker/verbs/batches/list-batches.ts'
import { loadBatch } from '../../worker/verbs/batches/load-batch.ts'
import { overrideInterval } from '../../worker/verbs/batches/override-interval.ts'
import { recallBatch } from '../../worker/verbs/batches/recall-batch.ts'
import { declaredFields, updateBatch } from '../../worker/verbs/batches/update-batch.ts'
import { commandOf, type GocCommand } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { decimalNumber, list } from '../lib/parse-options.ts'
import { OF_ORGANISATION, type OfOrganisation, organisationIdOf } from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'
import { UsageError } from '../lib/usage-error.ts'

type FieldOptions = {
  product?: string
  lot?: string
  packedOn?: string
  expiresOn?: string
  harvestedOn?: string[]
  seasonFrom?: string
  quantity?: number
  unit?: string
  market?: string[]
  area?: string[]
  house?: string
  source?: string[]
  harvest?: string[]
  bought?: string[]
  confirm?: string[]
}

/** goc batches list|create|update|show|recall|annul|code-use|override-interval */
export function register(program: Command, openContext: OpenContext): void {
  const batches = commandOf(program, openContext, 'batches').description('Lô hàng')

  registerList(batches)

  withFields(batches.command('create').description('Tạo lô')).run(
    async ({ ctx }, options: FieldOptions) => {
      const { product, lot, quantity } = options
      if (product === undefined || lot === undefined || quantity === undefined) {
        throw new UsageError('Tạo lô cần --product, --lot và --quantity.')
      }
      const rest = changesOf(options)
      const unit = options.unit ?? 'kg'
      const input = {
        markets: ['VNM'],
        ...rest,
        productId: product,
        lot,
        quantity: { value: quantity, unit },
      }
      const { ref } = await createBatch({ ctx, input, confirm: options.confirm })
      say(ref)
    },
  )

  withFields(batches.command('update').description('Sửa lô chưa in tem'))
    .aboutBatch()
    .runOnBatch(async (ctx, ref, options: FieldOptions) => {
      const before = await loadBatch(ctx, ref, 'batches.write')
      const quantity = {
        value: options.quantity ?? before.quantityValue,
        unit: options.unit ?? before.quantityUnit,
      }
      const changes = { ...changesOf(options), quantity }
      await updateBatch({ ctx, input: { ref, changes }, confirm: options.confirm })
      say(`Đã sửa lô ${before.ref}.`)
    })

  batches
    .command('show')
    .description('Xem lô (JSON)')
    .aboutBatch()
    .runOnBatch(async (ctx, ref) => {
      const row = await loadBatch(ctx, ref, 'batches.write')
      const fields = declaredFields(row, await readBatchLinks(ctx.db, row.id))
      const { sealedAt, annulledAt } = row
      say(JSON.stringify({ ref: row.ref, ...fields, sealedAt, annulledAt }, null, 2))
    })

  batches
    .command('recall')
    .description('Thu hồi lô hàng; --withdraw rút lại lệnh thu hồi')
    .aboutBatch()
    .requiredOption('--reason <text>', 'lý do, người mua đọc được')
    .option('--document <no>', 'số văn bản')
    .option('--withdraw', 'rút lại lệnh thu hồi')
    .runOnBatch(async (ctx, ref, options: RecallOptions) => {
      const { reason, document: documentNo = null, withdraw } = options
      const input = { ref, reason, documentNo, ...(withdraw ? { withdraw } : {}) }
      await recallBatch({ ctx, input })
      say(withdraw ? `Đã rút lại lệnh thu hồi lô ${ref}.` : `Đã thu hồi lô ${ref}.`)
    })

  batches
    .command('annul')
    .description('Hủy lô và mọi tem của nó, không rút lại được')
    .aboutBatch()
    .requiredOption('--reason <text>', 'lý do')
    .runOnBatch(async (ctx, ref, options: { reason: string }) => {
      await annulBatch({ ctx, input: { ref, reason: options.reason } })
      say(`Đã hủy lô ${ref}.`)
    })
  registerAllowances(batches)
}

function registerList(batches: GocCommand): void {
  withPages(batches.command('list').description('Xem các lô, mới nhất trước'))
    .option(...OF_ORGANISATION)
    .run(async ({ ctx }, options: PageOptions & OfOrganisation) => {
      const organisationId = await organisationIdOf(ctx, options)
      await sayList(options, {
        read: (cursor, limit) => readBatches(ctx, { organisationId, cursor, limit }),
        line: batchLine,
        none: 'Chưa có lô nào.',
      })
    })
}

function batchLine(row: BatchListRow): string {
  const { ref, lot, product, organisation, packedOn, quantityValue, quantityUnit } = row
  const packed = packedOn === null ? 'chưa đóng gói' : `đóng gói ${formatOn(packedOn, 'vi')}`
  const quantity = `${formatNumber(quantityValue, 'vi')} ${quantityUnit}`
  return [ref, `lô ${lot}`, product, organisation, quantity, packed, stateOf(row)].join('  ')
}

function stateOf({ annulledAt, sealedAt }: BatchListRow): string {
  if (annulledAt !== null) return 'đã hủy'
  return sealedAt === null ? 'chưa in tem' : 'đã in tem'
}

function registerAllowances(batches: GocCommand): void {
  batches
    .command('code-use')
    .description('Kết luận của cán bộ về việc lô dùng mã số của chủ khác')
    .aboutBatch()
    .requiredOption('--code <code>', 'mã số lô đã dùng')
    .oneOf('--decision <decision>', 'allow: cho phép; refuse: không được phép', ['allow', 'refuse'])
    .requiredOption('--reason <text>', 'lý do, công bố trên tem')
    .requiredOption('--authority <name>', 'cơ quan quyết định')
    .option('--document <no>', 'số văn bản')
    .runOnBatch(async (ctx, ref, options: CodeUseOptions) => {
      const { code, decision, reason, authority, document: documentNo } = options
      await decideCodeUse({ ctx, input: { ref, code, decision, reason, authority, documentNo } })
      say(
        decision === 'allow'
          ? `Đã cho phép lô ${ref} dùng mã ${code}.`
          : `Đã ghi: lô ${ref} dùng mã ${code} khi chưa được phép.`,
      )
    })

  batches
    .command('override-interval')
    .description('Cho phép bán lô thu hoạch khi chưa hết thời gian cách ly')
    .aboutBatch()
    .requiredOption('--reason <text>', 'lý do, công bố trên tem')
    .requiredOption('--authority <name>', 'cơ quan quyết định')
    .option('--document <no>', 'số văn bản')
    .runOnBatch(async (ctx, ref, options: Omit<CodeUseOptions, 'code' | 'decision'>) => {
      const { reason, authority, document: documentNo } = options
      await overrideInterval({ ctx, input: { ref, reason, authority, documentNo } })
      say(`Đã ghi cho phép với lô ${ref}.`)
    })
}

type RecallOptions = { reason: string; document?: string; withdraw?: true }

type CodeUseOptions = {
  code: string
  decision: 'allow' | 'refuse'
  reason: string
  authority: string
  document?: string
}

function withFields(command: GocCommand): GocCommand {
  return command
    .option('--product <id>', 'id sản phẩm')
    .option('--lot <text>', 'số lô in trên bao bì')
    .option('--packed-on <date>', 'ngày đóng gói, YYYY-MM-DD')
    .option('--expires-on <date>', 'hạn dùng')
    .option('--harvested-on <date>', 'ngày thu hoạch, ghi được nhiều lần', list)
    .option('--season-from <date>', 'đầu vụ')
    .option('--quantity <n>', 'số lượng', decimalNumber)
    .option('--unit <unit>', 'đơn vị (kg nếu không ghi)')
    .option('--market <market>', 'thị trường: VNM, CHN, EU…, ghi được nhiều lần', list)
    .option('--area <code>', 'mã vùng trồng, ghi được nhiều lần', list)
    .option('--house <code>', 'mã cơ sở đóng gói')
    .option('--source <ref=kg>', 'lô nguồn và số kg, ghi được nhiều lần', list)
    .option('--harvest <entry=kg>', 'mục thu hoạch của nhật ký và số kg, ghi được nhiều lần', list)
    .option(
      '--bought <seller=kg=date>',
      'hàng mua vào: người bán, số kg, ngày mua YYYY-MM-DD, thêm =số giấy tờ nếu có; ghi được nhiều lần',
      list,
    )
    .option('--confirm <code...>', 'điều đã xem lại và đúng, theo mã mà câu hỏi nêu')
}

function changesOf(options: FieldOptions) {
  const { lot, packedOn, expiresOn, harvestedOn, seasonFrom } = options
  const changes = {
    productId: options.product,
    lot,
    packedOn,
    expiresOn,
    harvestedOn,
    seasonFrom,
    markets: options.market,
    growingAreas: options.area,
    packingHouse: options.house,
    sources: options.source?.map(sourceOf),
    harvests: options.harvest?.map(harvestOf),
    purchases: options.bought?.map(purchaseOf),
  }
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof typeof changes]?: NonNullable<(typeof changes)[K]>
  }
}

function sourceOf(text: string): { ref: string; quantityKg: number } {
  const [ref, kg] = text.split('=')
  if (ref === undefined || kg === undefined)
    throw new UsageError(`Lô nguồn ghi dạng MÃ=KG, không phải “${text}”.`)
  return { ref, quantityKg: decimalNumber(kg) }
}

function harvestOf(text: string): { entry: string; quantityKg: number } {
  const cut = text.lastIndexOf('=')
  if (cut < 1) throw new UsageError(`Mục thu hoạch ghi dạng MÃ=KG, không phải “${text}”.`)
  return { entry: text.slice(0, cut), quantityKg: decimalNumber(text.slice(cut + 1)) }
}

function purchaseOf(text: string) {
  const [seller = '', kg, boughtOn, paperNo] = text.split('=')
  if (kg === undefined || boughtOn === undefined) {
    throw new UsageError(`Hàng mua vào ghi dạng NGƯỜI BÁN=KG=NGÀY, không phải “${text}”.`)
  }
  return { seller, quantityKg: decimalNumber(kg), boughtOn, paperNo: paperNo ?? null }
}
