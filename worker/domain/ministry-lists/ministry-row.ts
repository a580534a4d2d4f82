/** A code in a market as the list for the ministry says it; kept as it was sent. */
export type MinistryRow = {
  /** `HS-91-2026-0007` */
  readonly application: string
  readonly code: string
  readonly market: string
  readonly kindName: string
  readonly siteName: string
  readonly holderName: string
  readonly hamlet: string | null
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly areaHa: number | null
  readonly householdCount: number | null
  /** One after the other. */
  readonly crops: string
  /** Calendar dates: handed in, approved by the province. */
  readonly handedInOn: string | null
  readonly approvedOn: string | null
  /** The province's own document. */
  readonly documentNo: string | null
}

/** Rows of one list; a province grants fewer in a year. */
export const MOST_MINISTRY_ROWS = 1_000
