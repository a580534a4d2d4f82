import { escapeMarkup } from '../../worker/lib/text/escape-markup.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { ListTools, TableCell } from '../models/portal-common.ts'
import { statusTagHtml } from './status-tag.ts'

/** The column a cell stands in. */
export type Column = {
  readonly name: string
  readonly number?: boolean | undefined
  /** What orders the list by it. */
  readonly sort?: ListTools['heads'][string] | undefined
}

/**
 * The rows of a list as HTML, all texts escaped. A list of fifty rows is most of its page, and made
 * by components, a cell at a time, it costs twice what all the rest of the page does.
 */
export function tableRowsHtml(input: {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly lang: Language
}): string {
  const { columns, rows, lang } = input
  return rows
    .map((cells) => {
      const html = cells.map((cell, i) =>
        i === 0 ? rowHead(cell, lang) : dataCell({ cell, column: columns[i], lang }),
      )
      // As cards, rows are no longer laid out as a table; the roles keep them one for screen readers.
      return `<tr role="row">${html.join('')}</tr>`
    })
    .join('')
}

function rowHead(cell: TableCell, lang: Language): string {
  const code = cell.code ? ' class="code"' : ''
  return `<th scope="row" role="rowheader"${code}>${contentHtml(cell, lang)}</th>`
}

function dataCell(input: {
  readonly cell: TableCell
  readonly column: Column | undefined
  readonly lang: Language
}): string {
  const { cell, column, lang } = input
  const classes = [
    ...(column?.number ? ['num'] : []),
    ...(cell.code ? ['code'] : []),
    ...(isBlank(cell) ? ['blank'] : []),
  ]
  // What names itself needs no name before it.
  const isNamed = [cell.text, cell.button?.text].includes(column?.name)
  const name = column?.name && !isNamed ? ` data-name="${escapeMarkup(column.name)}"` : ''
  const className = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  return `<td role="cell"${name}${className}>${contentHtml(cell, lang)}</td>`
}

function contentHtml(cell: TableCell, lang: Language): string {
  const { href, download, status, statuses, small, button } = cell
  const text = escapeMarkup(cell.text)
  const told = statuses?.map(
    (each) =>
      `<span class="status-of">${escapeMarkup(each.name)} ${statusTagHtml(each.status, lang)}</span>`,
  )
  return [
    href === undefined
      ? text
      : `<a href="${escapeMarkup(href)}"${download ? ' download' : ''}>${text}</a>`,
    ...(status === undefined ? [] : [` ${statusTagHtml(status, lang)}`]),
    ...(told ?? []),
    ...(small == null ? [] : [`<small class="more">${escapeMarkup(small)}</small>`]),
    ...(button === undefined ? [] : [buttonHtml(button)]),
  ].join('')
}

function buttonHtml({ action, text }: NonNullable<TableCell['button']>): string {
  return `<form method="post" action="${escapeMarkup(action)}"><button type="submit" class="button">${escapeMarkup(text)}</button></form>`
}

/** A cell without anything in it is no line of a card. */
function isBlank({ text, status, statuses, small, button }: TableCell): boolean {
  const told = text !== '' || status !== undefined || (statuses?.length ?? 0) > 0
  return !told && small == null && button === undefined
}
