import { CODE_ORDERS, type CodeListQuery } from '../../../verbs/codes/list-codes.ts'
import { askedOrder } from '../list-tools.ts'
import type { Portal } from '../portal-route.ts'

const LONGEST = 200

/** What a list of codes is narrowed by and ordered, as its address says it. */
export function codeQuery(portal: Portal): {
  readonly query: Omit<CodeListQuery, 'order'>
  readonly order: (typeof CODE_ORDERS)[number]
} {
  const { c } = portal
  const asked = (name: string) => (c.req.query(name) ?? '').trim().slice(0, LONGEST) || null
  const query = {
    ...{ q: asked('q'), kind: asked('kind'), crop: asked('crop'), unit: asked('unit') },
    ...{ market: asked('market'), status: asked('status') },
  }
  return { query, order: askedOrder(portal, CODE_ORDERS) }
}
