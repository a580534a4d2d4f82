/** Rows that hold records; every row counts exactly once. */
export type ImportCounts = {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
}
