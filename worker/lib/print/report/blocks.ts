/** A part of a report, one under the other. */
export type ReportBlock =
  | { readonly is: 'title'; readonly text: string; readonly above: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'facts'; readonly facts: readonly ReportFact[] }
  | {
      readonly is: 'table'
      readonly columns: readonly ReportColumn[]
      readonly rows: AsyncIterable<readonly (readonly string[])[]>
    }
  | { readonly is: 'signatures'; readonly of: readonly ReportFact[] }
  /** What follows begins a page. */
  | { readonly is: 'page' }

export type ReportFact = { readonly label: string; readonly text: string }

export type ReportColumn = {
  readonly heading: string
  /** Its part of the width that columns without a width of their own divide. */
  readonly share: number
  /** In characters of the printed face, for what must not be torn apart: days. */
  readonly characters?: number
  readonly isFigure?: boolean
}
