import type { Command } from 'commander'
import type { ProductListRow } from '../../db/queries/product-list.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import { findOrganisation } from '../../worker/verbs/organisations/find-organisation.ts'
import { readProducts } from '../../worker/verbs/products/list-products.ts'
import { PRODUCT_RULES } from '../../worker/verbs/products/product-rules.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { OF_ORGANISATION, type OfOrganisation, organisationIdOf } from '../lib/ref-of.ts'
import { runCommand } from '../lib/run-command.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'

type ProductOptions = {
  organisation: string
  name: string
  gtin?: string
  brand?: string
  category?: string
  storage?: string
  shelfLife?: string
}

/** goc products list|create */
export function register(program: Command, openContext: OpenContext): void {
  const products = program.command('products').description('Sản phẩm')

  withPages(products.command('list').description('Xem các sản phẩm, theo tên'))
    .option(...OF_ORGANISATION)
    .action((options: PageOptions & OfOrganisation) =>
      runCommand(openContext, async ({ ctx }) => {
        const organisationId = await organisationIdOf(ctx, options)
        await sayList(options, {
          read: (cursor, limit) => readProducts(ctx, { organisationId, cursor, limit }),
          line: productLine,
          none: 'Chưa có sản phẩm nào.',
        })
      }),
    )

  products
    .command('create')
    .description('Thêm sản phẩm')
    .requiredOption('--organisation <name>', 'tên hoặc id tổ chức')
    .requiredOption('--name <name>', 'tên sản phẩm')
    .option('--gtin <gtin>', 'mã GTIN')
    .option('--brand <name>', 'nhãn hiệu')
    .option('--category <id>', 'nhóm: fruit, vegetables, rice, tea…')
    .option('--storage <text>', 'cách bảo quản')
    .option('--shelf-life <text>', 'thời hạn bảo quản')
    .action(({ organisation, category, ...options }: ProductOptions) =>
      runCommand(openContext, async ({ ctx }) => {
        const { id: organisationId } = await findOrganisation({
          ctx,
          input: { reference: organisation },
        })
        const texts = { ...options, organisationId, categoryId: category }
        say((await addRecord(ctx, PRODUCT, { texts, rules: PRODUCT_RULES })).id)
      }),
    )
}

function productLine(row: ProductListRow): string {
  const gtin = row.gtin === null ? '' : `GTIN ${row.gtin}`
  return [row.id, row.name, row.organisation, gtin].filter((part) => part !== '').join('  ')
}
