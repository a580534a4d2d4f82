import type { LocalText } from '../lib/text/local-text.ts'
import { APPLICATION_ANSWERS } from './application.ts'
import { BATCH_CHECK, CHECK_ALLOWANCE, CHECK_REQUEST } from './batch-check.ts'
import { CERTIFICATION } from './certification.ts'
import { CONTRACT } from './contract.ts'
import { HOUSEHOLD } from './household.ts'
import { LABEL_STOCK } from './label-stock.ts'
import { MARKET_RULE } from './market-rule.ts'
import { INSPECTION_PLAN, MONITORING_RULE, SEASON_WINDOW } from './monitoring.ts'
import { ORGANISATION } from './organisation.ts'
import { OWN_SAMPLE_PLAN } from './own-sample-plan.ts'
import { PRODUCT } from './product.ts'
import { PURCHASE_LINE, PURCHASE_PERIOD, PURCHASE_PLAN, PURCHASE_REPORT } from './purchase.ts'
import { RESIDUE_PLAN } from './residue-plan.ts'
import { RESIDUE_SAMPLE } from './residue-sample.ts'
import { fieldsOf, type Thing } from './resource.ts'
import { SCHEME } from './scheme.ts'
import { SEASON, SEASON_END } from './season.ts'
import { SUBSTANCE_RULE } from './substance-rule.ts'

const { boughtKg, soldKg } = PURCHASE_LINE.fields

const THINGS: readonly Thing[] = [
  ...[ORGANISATION, SCHEME, HOUSEHOLD, CONTRACT],
  ...[PRODUCT, LABEL_STOCK, CERTIFICATION, SUBSTANCE_RULE, MARKET_RULE],
  ...[OWN_SAMPLE_PLAN, RESIDUE_SAMPLE, RESIDUE_PLAN],
  ...[MONITORING_RULE, SEASON_WINDOW, INSPECTION_PLAN],
  ...[PURCHASE_PERIOD, PURCHASE_PLAN],
  // With the sums of its lines.
  { ...PURCHASE_REPORT, fields: { ...PURCHASE_REPORT.fields, boughtKg, soldKg } },
  // With what is reported at its end.
  { ...SEASON, fields: { ...SEASON.fields, ...SEASON_END.fields } },
]

const LABELS: ReadonlyMap<string, Readonly<Record<string, LocalText>>> = new Map([
  ...THINGS.flatMap((thing) => {
    const labels = labelsOf(thing)
    return Object.values(thing.actions).map((action) => [action, labels] as const)
  }),
  ['batch.check.record', labelsOf(BATCH_CHECK)] as const,
  ['batch.check.allow', labelsOf(CHECK_ALLOWANCE)] as const,
  ['batch.check.ask', labelsOf(CHECK_REQUEST)] as const,
  ['application.save', labelsOf(APPLICATION_ANSWERS)] as const,
])

function labelsOf(described: { readonly fields: object }): Readonly<Record<string, LocalText>> {
  return Object.fromEntries(fieldsOf(described).map(([name, { label }]) => [name, label]))
}

/** What the fields of a change are called, by name; none for a change on what is not described. */
export function auditLabels(action: string): Readonly<Record<string, LocalText>> {
  return LABELS.get(action) ?? {}
}
