/** How a column's figures are read when a totals row is checked. */
export type ColumnMeasure = 'number' | 'area'

export interface ColumnSpec {
  readonly id: string
  /** The heading to name in messages, in Vietnamese. */
  readonly label: string
  /** Headings people use, Vietnamese or English; compared folded, without what stands in brackets. */
  readonly synonyms: readonly string[]
  /** Without this column the table cannot be read at all. */
  readonly required?: boolean
  /** Present when the column's figures add up, so that totals rows can be checked. */
  readonly additive?: ColumnMeasure
  /** Totals are checked only when this other column holds one value throughout (a unit). */
  readonly sameWithin?: string
  /** Headed like another column, and told from it by standing right of a third. */
  readonly besides?: { readonly named: string; readonly column: string }
}

export interface TableSpec {
  readonly id: string
  /** What the table is called in messages: `danh sách mã số`. */
  readonly title: string
  readonly columns: readonly ColumnSpec[]
  /** The column that says what a row is about; it tells totals and notes from records. */
  readonly keyColumn: string
}

/** What a column is called, then what else people call it, `|` between the names. */
export type ColumnNames = readonly [label: string, ...synonyms: readonly string[]]

/** A column as it is described: by its names alone where there is nothing else to know of it. */
export type ColumnDescription =
  | ColumnNames
  | (Pick<ColumnSpec, 'additive' | 'sameWithin' | 'besides'> & { readonly names: ColumnNames })

/** A table by the names of its columns, each under its id, in the order they are told in. */
export function tableSpec<Id extends string>(
  given: Pick<TableSpec, 'id' | 'title'> & {
    readonly keyColumn: NoInfer<Id>
    readonly required: readonly NoInfer<Id>[]
    readonly columns: Readonly<Record<Id, ColumnDescription>>
  },
): TableSpec {
  const { id, title, keyColumn } = given
  const required: readonly string[] = given.required
  const columns = Object.entries<ColumnDescription>(given.columns).map(([column, described]) => {
    const { names, ...rest } = 'names' in described ? described : { names: described }
    const [label, ...synonyms] = names
    const isRequired = required.includes(column)
    return { id: column, label, required: isRequired, synonyms: words(...synonyms), ...rest }
  })
  return { id, title, keyColumn, columns }
}

/** Synonyms written as one text, `|` between them. */
export function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split('|').map((word) => word.trim()))
}
