/** What may be waiting for somebody; each is a list of rows. */
export const MATTERS = [
  'awaiting_approval',
  'expiring',
  'suspended_long',
  'inactive_codes',
  'no_boundary',
  'no_households',
  'contract_ended',
  'open_batches',
  'imports',
  'invitations',
  'letters',
  'keys',
] as const
export type Matter = (typeof MATTERS)[number]

/** A row of a matter; what the matter does not have is null. `sort` and `id` are unique together. */
export type MatterRow = {
  readonly sort: string
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly market: string | null
  /** `YYYY-MM-DD`. */
  readonly day: string | null
  readonly place: string | null
  readonly number: number | null
}
