import type { Context } from 'hono'
import { labelPath, readLabelText } from '../../../domain/label/parse-label.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { confirmLabel } from '../../../verbs/confirmations/confirm-label.ts'
import { toVerdict } from '../../../verbs/scan/verdict.ts'
import { readForm } from '../../portal/read-form.ts'
import { textOf } from '../../portal/sites/form-text.ts'
import { langQuery } from '../lang-query.ts'
import { refuseOtherSites } from '../refuse-other-sites.ts'
import { showPage } from '../show-page.ts'
import { takeTurn } from '../take-turn.ts'

type C = Context<AppEnv>

const FORM_BYTES = 8 * 1024
const LONGEST_LABEL = 2_000
const LONGEST_TYPED = 20

/** `POST /confirm?label=`: the PIN under the scratch layer of a label, from anybody. */
export async function sendConfirmation(c: C): Promise<Response> {
  refuseOtherSites(c)
  const form = await readForm(c, FORM_BYTES)
  await takeTurn(c, 'confirm')
  const text = (c.req.query('label') ?? '').slice(0, LONGEST_LABEL)
  const typed = textOf(form, 'pin')
  const { label } = readLabelText(text)
  if (label !== null) await takeTurnAt(c, label.subjectText)
  const { resolution, confirmation } = await confirmLabel(c.var.deps, { text, typed })
  const page = await showPage(c, {
    kind: 'confirm',
    label: label === null ? null : labelPath(label),
    verdict: toVerdict(resolution),
    altered: resolution.kind === 'not_genuine' && resolution.altered === true,
    confirmation,
    typed: typed.slice(0, LONGEST_TYPED),
  })
  page.headers.set('x-robots-tag', 'noindex')
  const locked = confirmation.kind === 'locked'
  if (locked) page.headers.set('retry-after', String(Math.ceil(confirmation.waitMs / 1000)))
  return new Response(page.body, { status: STATUS[confirmation.kind], headers: page.headers })
}

/** One network uses up nobody else's tries at a label. */
async function takeTurnAt(c: C, subject: string): Promise<void> {
  const { limits, originOf } = c.var.deps.accounts
  const { network } = originOf(c.req.raw.headers)
  await limits.take('confirm_label', network === null ? null : `${network} ${subject}`)
}

const STATUS = { first: 200, again: 200, wrong: 422, odd: 422, locked: 429, none: 404 } as const

/** `GET /confirm?label=`: the label's own page, which asks for its PIN. */
export function showLabelOfConfirmation(c: C): Response {
  const { label } = readLabelText((c.req.query('label') ?? '').slice(0, LONGEST_LABEL))
  const path = label === null ? '/' : labelPath(label)
  return c.redirect(`${path}${langQuery(c.var.language)}`, 303)
}
