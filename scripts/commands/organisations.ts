import type { Command } from 'commander'
import type { OrganisationListRow } from '../../db/queries/organisation-list.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { nameIn, ORGANISATION_KINDS } from '../../worker/copy/names.ts'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { findOrganisation } from '../../worker/verbs/organisations/find-organisation.ts'
import { ORGANISATION_RULES } from '../../worker/verbs/organisations/organisation-rules.ts'
import { readOrganisations } from '../../worker/verbs/organisations/read-organisations.ts'
import {
  liftSuspension,
  suspendOrganisation,
} from '../../worker/verbs/organisations/suspend-organisation.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'

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

/** goc organisations list|create|suspend|lift */
export function register(program: Command, openContext: OpenContext): void {
  const organisations = commandOf(program, openContext, 'organisations').description(
    'Tổ chức, hộ sản xuất',
  )

  withPages(organisations.command('list').description('Xem các tổ chức, theo tên'))
    .option('--find <words>', 'những chữ có trong tên, có dấu hay không')
    .run(async ({ ctx }, options: PageOptions & { find?: string }) =>
      sayList(options, {
        read: (cursor) => readOrganisations(ctx, { q: options.find ?? '', kind: null, cursor }),
        line: organisationLine,
        none: 'Chưa có tổ chức nào.',
      }),
    )

  organisations
    .command('create')
    .description('Thêm tổ chức')
    .requiredOption('--name <name>', 'tên')
    .oneOf('--kind <kind>', 'loại', KINDS)
    .option('--name-consent-on <date>', 'ngày chủ hộ đồng ý công khai tên')
    .option('--tax-no <no>', 'mã số thuế')
    .option('--gln <gln>', 'GLN, 13 chữ số')
    .option('--address <text>', 'địa chỉ')
    .option('--commune <name>', 'xã, phường')
    .option('--province <name>', 'tỉnh, thành phố')
    .option('--hotline <phone>', 'điện thoại công khai')
    .option('--confirm <code...>', 'điều đã xem lại, như same_name: đơn vị khác, trùng tên')
    .run(async ({ ctx }, { commune, province, confirm, ...options }: OrganisationOptions) => {
      const texts = { ...options, communeName: commune, provinceName: province }
      const given = { texts, rules: ORGANISATION_RULES, confirmed: confirm ?? [] }
      say((await addRecord(ctx, ORGANISATION, given)).id)
    })

  organisations
    .command('suspend')
    .description('Tạm dừng một tổ chức; tem của tổ chức ghi lưu ý này, tổ chức được báo')
    .argument('<organisation>', 'tên hoặc id tổ chức')
    .requiredOption('--from <date>', 'từ ngày, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'lý do, tổ chức đọc được')
    .requiredOption('--document <no>', 'số văn bản')
    .run(
      async (
        { ctx },
        reference: string,
        options: { from: string; reason: string; document: string },
      ) => {
        const { from: suspendedOn, reason, document: documentNo } = options
        const { id: organisationId, name } = await findOrganisation({ ctx, input: { reference } })
        const texts = { suspendedOn, reason, documentNo }
        await suspendOrganisation({ ctx, input: { organisationId, texts } })
        say(`Đã tạm dừng ${name} và báo cho tổ chức.`)
      },
    )

  organisations
    .command('lift')
    .description('Cho một tổ chức bị tạm dừng hoạt động lại')
    .argument('<organisation>', 'tên hoặc id tổ chức')
    .requiredOption('--reason <text>', 'lý do, tổ chức đọc được')
    .requiredOption('--document <no>', 'số văn bản')
    .run(async ({ ctx }, reference: string, options: { reason: string; document: string }) => {
      const { reason, document: documentNo } = options
      const { id: organisationId, name } = await findOrganisation({ ctx, input: { reference } })
      await liftSuspension({ ctx, input: { organisationId, texts: { reason, documentNo } } })
      say(`${name} hoạt động lại và đã được báo.`)
    })
}

function organisationLine(row: OrganisationListRow): string {
  const place = [row.communeName, row.provinceName].filter((part) => part !== null).join(', ')
  const state = row.suspendedOn === null ? '' : `tạm dừng từ ${formatOn(row.suspendedOn, 'vi')}`
  const parts = [row.id, row.name, nameIn(ORGANISATION_KINDS, row.kind, 'vi'), place, state]
  return parts.filter((part) => part !== '').join('  ')
}
