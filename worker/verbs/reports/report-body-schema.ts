import * as z from 'zod'
import { REPORT_REASONS } from '../../domain/reports/report-reasons.ts'
import { LANGUAGES } from '../../lib/text/local-text.ts'
import { PROBLEM_REPORT } from '../../resources/problem-report.ts'

/** As far as the text of a label is read anywhere. */
const LONGEST_LABEL = 2_000
const { details, shop, address, provinceCode, contact } = PROBLEM_REPORT.fields

/**
 * A report as a device kept it: what the form asks, which reads it a second time in its own words, the
 * text of the label, and one photo that was sent before.
 */
export const reportBodySchema = z
  .strictObject({
    reason: z.enum(REPORT_REASONS),
    label: z
      .string()
      .max(LONGEST_LABEL)
      .nullish()
      .meta({ description: 'What was scanned, or the code of a batch as it was typed.' }),
    details: text(details),
    shop: text(shop),
    address: text(address),
    provinceCode: text(provinceCode),
    contact: text(contact),
    photos: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(1)
      .optional()
      .meta({ description: 'Hash of a photo sent before.' }),
    lang: z
      .enum(LANGUAGES)
      .optional()
      .meta({ description: 'In which its sender is answered; Vietnamese unless given.' }),
  })
  .meta({ id: 'ReportBody' })

export type ReportBody = z.output<typeof reportBodySchema>

function text({ label, inputs }: (typeof PROBLEM_REPORT.fields)['details']) {
  const most = inputs[0]?.maxlength
  const schema = most === undefined ? z.string() : z.string().max(most)
  return schema.nullish().meta({ description: label.vi })
}
