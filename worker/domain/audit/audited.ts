import type { AuditAction, AuditEntity } from '../../copy/portal/audit-names.ts'

/** What changes are done to, where the first word of their name says it. */
const BY_WORD = {
  account: 'user',
  application: 'application',
  batch: 'batch',
  calendar: 'days_off_year',
  case: 'case',
  certification: 'certification',
  code: 'code',
  copy: 'batch',
  database: 'database',
  diary: 'diary_event',
  document_key: 'document_key',
  exception: 'label_exception',
  finding: 'finding',
  foreign: 'case',
  import: 'import_run',
  inspection: 'inspection',
  inspection_form: 'inspection_form',
  key: 'signing_key',
  label: 'batch',
  map: 'map',
  market_rule: 'market_rule',
  membership: 'organisation',
  ministry_list: 'ministry_list',
  organisation: 'organisation',
  organisations: 'organisation',
  pattern: 'pattern',
  product: 'product',
  proposal: 'code',
  purchase: 'purchase_report',
  recall: 'recall',
  report: 'report',
  residue: 'residue_sample',
  retail: 'retail_visit',
  season: 'season',
  share: 'batch',
  site: 'site',
  sites: 'site',
  status_key: 'status_key',
  token: 'api_token',
  units: 'administrative_unit',
} as const satisfies Readonly<Record<string, AuditEntity>>

type WordOf<Name> = Name extends `${infer Word}.${string}` ? Word : never

/** A change whose name says what it is done to. */
export type TellingAction = {
  [Name in AuditAction]: WordOf<Name> extends keyof typeof BY_WORD ? Name : never
}[AuditAction]

/** What a change is done to, by its name. */
export function audited(action: TellingAction): AuditEntity {
  // Its type promises that the word stands in the table.
  return BY_WORD[action.slice(0, action.indexOf('.')) as keyof typeof BY_WORD]
}
