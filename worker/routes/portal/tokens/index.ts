import type { FormView, TableCell } from '../../../../site/models/portal-common.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { SCOPE_NAMES, TOKEN_COPY as W } from '../../../copy/portal/tokens.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { addDays } from '../../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { day, line } from '../../../resources/fields.ts'
import { inputOf } from '../../../resources/resource.ts'
import { SCOPES, type Scope } from '../../../verbs/context.ts'
import { scopesOfRole } from '../../../verbs/guard/authorise.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { LONGEST_DAYS, makeOwnToken } from '../../../verbs/tokens/make-own-token.ts'
import { listOwnTokens, revokeOwnToken } from '../../../verbs/tokens/own-tokens.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/tokens'
const may = 'tokens.own'
const USUAL_DAYS = 365

/** Tokens for programs of one's own organisation. */
export const tokenRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: (portal) => show(portal, {}) },
  { method: 'POST', path: PATH, may, handle: make },
  { method: 'POST', path: `${PATH}/:id/revoke`, may, handle: revoke },
]

const FORM = {
  fields: {
    name: line({ max: 100, label: W.name }),
    expiresOn: day({ label: W.expiresOn }),
  },
}

function make(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  return answerForm(portal, {
    act: async () => {
      const typed = typedValues(form)
      const read = parseInput(inputOf(FORM), typed)
      const name = String(read['name'])
      // Whatever else was sent is refused with the scopes there are.
      const scopes = (typed['scopes'] ?? '').split('\n').filter((text) => text !== '') as Scope[]
      const input = { name, scopes, expiresOn: String(read['expiresOn']) }
      const { token } = await makeOwnToken({ ctx, input })
      // Not to a page that can be reloaded: the token is shown this once and kept nowhere.
      return show(portal, { made: { name, token } })
    },
    refused: (view, status) => show(portal, { refused: view, status }),
  })
}

async function revoke(portal: Portal): Promise<Response> {
  await revokeOwnToken(portal.ctx, portal.param('id'))
  return seeOther(portal, `${PATH}?done=revoked`)
}

async function show(
  portal: Portal,
  given: {
    readonly refused?: FormView
    readonly status?: number
    readonly made?: { readonly name: string; readonly token: string }
  },
): Promise<Response> {
  const { ctx, c, lang, deps, person } = portal
  const { made, refused, status = 200 } = given
  const now = deps.now()
  const rows = await listOwnTokens(ctx)
  const scopes = scopesOfRole(person.role)
  const { first, last, usual } = lastDays(now)
  const revoked = made === undefined && c.req.query('done') === 'revoked'
  return showPortalPage(
    portal,
    {
      kind: 'portal/tokens',
      organisationName: person.organisationName,
      columns: [W.name, W.scopes, W.maker, W.until, W.lastUsed, W.act].map((name) => name[lang]),
      rows: rows.map((row) => cellsOf(row, { lang, now })),
      made: made ?? null,
      scopes: scopes.map((value) => ({ value, text: SCOPE_NAMES[value][lang], hint: value })),
      ...{ first, last },
      form: refused ?? freshForm({ expiresOn: usual }),
      longest: LONGEST_DAYS,
      done: revoked ? { kind: 'done', text: W.revoked[lang] } : null,
    },
    status,
  )
}

/** Between which days a token may end, and where it usually does. */
function lastDays(now: number) {
  const today = vietnamDateOf(now)
  return {
    ...{ first: addDays(today, 1), last: addDays(today, LONGEST_DAYS) },
    usual: addDays(today, USUAL_DAYS),
  }
}

type Row = Awaited<ReturnType<typeof listOwnTokens>>[number]

function cellsOf(row: Row, { lang, now }: { lang: Language; now: number }): TableCell[] {
  const { id, name, expiresAt, lastUsedAt, makerName } = row
  const scopes = SCOPES.filter((scope) => row.scopes.includes(scope))
  const isOver = expiresAt !== null && expiresAt <= now
  return [
    { text: name },
    { text: scopes.map((scope) => SCOPE_NAMES[scope][lang]).join(', ') },
    { text: makerName ?? W.atCommandLine[lang], small: dayAt(row.createdAt, lang) },
    { text: untilText(expiresAt, lang), small: isOver ? W.over[lang] : null },
    {
      text: lastUsedAt === null ? W.never[lang] : formatAt(lastUsedAt, lang),
    },
    {
      text: '',
      button: { action: `${PATH}/${encodeURIComponent(id)}/revoke`, text: W.revoke[lang] },
    },
  ]
}

/** The last day on which it is good. */
function untilText(expiresAt: number | null, lang: Language): string {
  return expiresAt === null ? W.noEnd[lang] : dayAt(expiresAt - 1, lang)
}

const dayAt = (at: number, lang: Language) => formatOn(vietnamDateOf(at), lang)
