import { type Command, Option } from 'commander'
import type { CertificationItem } from '../../db/queries/certifications.ts'
import { CERTIFICATION_STATE_NAMES } from '../../worker/copy/portal/certification.ts'
import { certificationName } from '../../worker/copy/portal/certification-messages.ts'
import {
  certificationOn,
  type StandingOfCertification,
} from '../../worker/domain/certifications/standing.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { decideCertification } from '../../worker/verbs/certifications/decide-certification.ts'
import { readCertifications } from '../../worker/verbs/certifications/list-certifications.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { type OfOrganisation, organisationIdOf } from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'
import { type PageOptions, sayList, withPages } from '../lib/say-list.ts'

type ListOptions = PageOptions & OfOrganisation & { state?: StandingOfCertification }

/** goc certifications list|confirm|refuse */
export function register(program: Command, openContext: OpenContext): void {
  const certifications = commandOf(program, openContext, 'certifications').description(
    'Chứng nhận và kết quả kiểm nghiệm của cơ sở',
  )

  withPages(certifications.command('list').description('Danh sách, mới nhất trước'))
    .option('--organisation <name>', 'của đơn vị này (tên hoặc id)')
    .addOption(
      new Option('--state <state>', 'trạng thái').choices(Object.keys(CERTIFICATION_STATE_NAMES)),
    )
    .run(async ({ ctx }, options: ListOptions) => {
      const organisationId = await organisationIdOf(ctx, options)
      const { state = null } = options
      const today = vietnamDateOf(ctx.now())
      await sayList(options, {
        read: (cursor, limit) => readCertifications(ctx, { organisationId, state, cursor, limit }),
        line: (row) => lineOf(row, today),
        none: 'Chưa có chứng nhận nào.',
      })
    })

  certifications
    .command('confirm')
    .description('Xác nhận chứng nhận cơ sở khai')
    .argument('<id>', 'mã chứng nhận')
    .requiredOption('--authority <name>', 'cơ quan xác nhận')
    .run(async ({ ctx }, id: string, { authority }: { authority: string }) => {
      await decideCertification({ ctx, input: { decision: 'confirm', id, authority } })
      say('Đã xác nhận và báo cho cơ sở.')
    })

  certifications
    .command('refuse')
    .description('Không xác nhận, kèm lý do cho cơ sở')
    .argument('<id>', 'mã chứng nhận')
    .requiredOption('--reason <text>', 'lý do')
    .requiredOption('--authority <name>', 'cơ quan trả lại')
    .run(async ({ ctx }, id: string, options: { reason: string; authority: string }) => {
      await decideCertification({ ctx, input: { decision: 'refuse', id, ...options } })
      say('Đã trả lại và báo lý do cho cơ sở.')
    })
}

function lineOf(row: CertificationItem, today: string): string {
  const state = CERTIFICATION_STATE_NAMES[certificationOn(row, today)].vi
  const about = row.product ?? row.site ?? row.ref
  const parts = [row.id, certificationName(row).vi, row.organisation, about, row.expiresOn, state]
  return parts.filter((part) => part !== null).join('  ')
}
