import type { ListTools } from '../../../site/models/portal-common.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { LIST_ORDER_NAMES, LIST_TOOLS_COPY as W } from '../../copy/portal/list-tools.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../verbs/exports/list-file.ts'
import { mayAny } from '../../verbs/guard/authorise.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import type { Portal } from './portal-route.ts'

/** The order a list is asked for in; the first where none of them is. */
export function askedOrder<T extends string>({ c }: Portal, orders: readonly [T, ...T[]]): T {
  const asked = c.req.query('sort')
  return orders.find((order) => order === asked) ?? orders[0]
}

/** The format of a file that is asked for; throws `invalid_input` for any other. */
export function askedFormat({ c }: Portal): ExportFormat {
  const found = EXPORT_FORMATS.find((format) => format === c.req.query('format'))
  if (found !== undefined) return found
  throw invalidField('format', FIELD_FAULTS.notAChoice)
}

type Order = keyof typeof LIST_ORDER_NAMES

/** Each head that orders the list: by which order, and which one when it stands so already. */
export type Heads = Readonly<Record<string, { readonly to: Order; readonly back?: Order }>>

/** What orders a list and takes it along, exactly as it is narrowed. */
export function listTools(
  portal: Portal,
  given: {
    readonly path: string
    /** What narrows it, by name. */
    readonly asked: Readonly<Record<string, string>>
    readonly order: Order
    readonly orders: readonly [Order, ...Order[]]
    readonly heads: Heads
  },
): ListTools {
  const { path, asked, order, orders, heads } = given
  const { lang } = portal
  const at = (end: string, more: Readonly<Record<string, string>>) =>
    `${path}${end}?${new URLSearchParams({ ...asked, ...more })}`
  const sorted: Record<string, string> = order === orders[0] ? {} : { sort: order }
  const mayExport = mayAny(portal.ctx.actor, 'exports.read')
  const file = (format: ExportFormat) => at('/export', { ...sorted, format })
  return {
    order,
    orders: orders.map((value) => ({ value, text: LIST_ORDER_NAMES[value][lang] })),
    heads: Object.fromEntries(
      Object.entries(heads).map(([column, { to, back }]) => {
        const isSo = order === to || order === back
        const next = order === to && back !== undefined ? back : to
        const way = !isSo ? null : isDescending(order) ? 'descending' : 'ascending'
        return [column, { href: at('', { sort: next }), way }]
      }),
    ),
    exports: mayExport
      ? [
          { href: file('xlsx'), text: W.exportXlsx[lang] },
          { href: file('csv'), text: W.exportCsv[lang] },
        ]
      : [],
  }
}

function isDescending(order: Order): boolean {
  return order === 'nameBack' || order === 'area' || order === 'newest'
}
