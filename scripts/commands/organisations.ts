import { type Command, Option } from 'commander'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import { findOrganisation } from '../../worker/verbs/organisations/find-organisation.ts'
import { ORGANISATION_RULES } from '../../worker/verbs/organisations/organisation-rules.ts'
import { PRODUCT_RULES } from '../../worker/verbs/products/product-rules.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { runCommand } from '../lib/run-command.ts'
import { say } from '../lib/say.ts'

const KINDS = ['household', 'farm', 'group', 'cooperative', 'company', 'state'] as const

type OrganisationOptions = {
  name: string
  kind: (typeof KINDS)[number]
  nameConsentOn?: string
  taxNo?: string
  gln?: string
  address?: string
  commune?: string
  province?: string
  hotline?: string
  confirm?: string[]
}

type ProductOptions = {
  organisation: string
  name: string
  gtin?: string
  brand?: string
  category?: string
  storage?: string
  shelfLife?: string
}

/** goc organisations create, goc products create */
export function register(program: Command, openContext: OpenContext): void {
  program
    .command('organisations')
    .description('Tổ chức, hộ sản xuất')
    .command('create')
    .description('Thêm tổ chức')
    .requiredOption('--name <name>', 'tên')
    .addOption(new Option('--kind <kind>', 'loại').choices([...KINDS]).makeOptionMandatory())
    .option('--name-consent-on <date>', 'ngày chủ hộ đồng ý công khai tên')
    .option('--tax-no <no>', 'mã số thuế')
    .option('--gln <gln>', 'GLN, 13 chữ số')
    .option('--address <text>', 'địa chỉ')
    .option('--commune <name>', 'xã, phường')
    .option('--province <name>', 'tỉnh, thành phố')
    .option('--hotline <phone>', 'điện thoại công khai')
    .option('--confirm <code...>', 'điều đã xem lại, như same_name: đơn vị khác, trùng tên')
    .action(({ commune, province, confirm, ...options }: OrganisationOptions) =>
      runCommand(openContext, async ({ ctx }) => {
        const texts = { ...options, communeName: commune, provinceName: province }
        const given = { texts, rules: ORGANISATION_RULES, confirmed: confirm ?? [] }
        say((await addRecord(ctx, ORGANISATION, given)).id)
      }),
    )

  program
    .command('products')
    .description('Sản phẩm')
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
