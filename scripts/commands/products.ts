import type { Command } from 'commander'
import type { ProductListRow } from '../../db/queries/product-list.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import { readProducts } from '../../worker/verbs/products/list-products.ts'
import { PRODUCT_RULES } from '../../worker/verbs/products/product-rules.ts'
import { updateProduct } from '../../worker/verbs/products/update-product.ts'
import { addRecord, type Texts } from '../../worker/verbs/records/save-record.ts'
import { commandOf, type GocCommand } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import {
  idOfOrganisation,
  OF_ORGANISATION,
  type OfOrganisation,
  organisationIdOf,
} from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'
import { UsageError } from '../lib/usage-error.ts'

type ProductFields = {
  name?: string
  gtin?: string
  brand?: string
  category?: string
  storage?: string
  shelfLife?: string
  standard?: string[]
  warning?: string[]
}

/** goc products list|create|update */
export function register(program: Command, openContext: OpenContext): void {
  const products = commandOf(program, openContext, 'products').description('Sản phẩm')

  withPages(products.command('list').description('Xem các sản phẩm, theo tên'))
    .option(...OF_ORGANISATION)
    .run(async ({ ctx }, options: PageOptions & OfOrganisation) => {
      const organisationId = await organisationIdOf(ctx, options)
      await sayList(options, {
        read: (cursor, limit) => readProducts(ctx, { organisationId, cursor, limit }),
        line: productLine,
        none: 'Chưa có sản phẩm nào.',
      })
    })

  withFields(
    products
      .command('create')
      .description('Thêm sản phẩm')
      .requiredOption('--organisation <name>', 'tên hoặc id tổ chức')
      .requiredOption('--name <name>', 'tên sản phẩm'),
  ).run(async ({ ctx }, { organisation, ...fields }: ProductFields & { organisation: string }) => {
    const organisationId = await idOfOrganisation(ctx, organisation)
    const texts = { ...textsOf(fields), organisationId }
    say((await addRecord(ctx, PRODUCT, { texts, rules: PRODUCT_RULES })).id)
  })

  withFields(
    products
      .command('update')
      .description('Sửa sản phẩm: chỉ những gì được ghi, còn lại giữ nguyên; "" là bỏ đi')
      .argument('<id>', 'id sản phẩm (xem bằng products list)')
      .option('--name <name>', 'tên sản phẩm'),
  ).run(async ({ ctx }, id: string, fields: ProductFields) => {
    const texts = textsOf(fields)
    if (Object.keys(texts).length === 0) throw new UsageError('Hãy ghi ít nhất một điều cần sửa.')
    const changed = await updateProduct(ctx, { id, texts })
    say(changed ? `Đã sửa sản phẩm ${id}.` : `Sản phẩm ${id} đã đúng như vậy.`)
  })
}

function withFields(command: GocCommand): GocCommand {
  return command
    .option('--gtin <gtin>', 'mã GTIN')
    .option('--brand <name>', 'nhãn hiệu')
    .option('--category <id>', 'nhóm: fruit, vegetables, rice, tea…')
    .option('--storage <text>', 'cách bảo quản')
    .option('--shelf-life <text>', 'thời hạn bảo quản')
    .option('--standard <text...>', 'tiêu chuẩn, ghi được nhiều lần')
    .option('--warning <text...>', 'cảnh báo, ghi được nhiều lần')
}

/** Texts by the fields they are of; what was not given is not there. */
function textsOf({ category, standard, warning, ...rest }: ProductFields): Texts {
  const given = {
    ...rest,
    categoryId: category,
    standards: standard?.join('\n'),
    warnings: warning?.join('\n'),
  }
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined))
}

function productLine(row: ProductListRow): string {
  const gtin = row.gtin === null ? '' : `GTIN ${row.gtin}`
  return [row.id, row.name, row.organisation, gtin].filter((part) => part !== '').join('  ')
}
