/** A row of the audit log as it is stored: `before` and `after` are JSON texts, `at` epoch milliseconds. */
export type AuditRow = {
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly source: string
}
