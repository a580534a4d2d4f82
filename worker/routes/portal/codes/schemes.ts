import type { FormView, TableCell } from '../../../../site/models/portal-common.ts'
import type { Language, LocalText } from '../../../domain/text.ts'
import { fill } from '../../../domain/words/fill.ts'
import { formatOn } from '../../../domain/words/format.ts'
import { nameIn, SITE_KINDS } from '../../../domain/words/names.ts'
import { MARKET_RULES, SCHEME_WORDS as W } from '../../../domain/words/portal/scheme-words.ts'
import { listSchemes, showScheme } from '../../../verbs/schemes/list-schemes.ts'
import { type SchemeInput, saveScheme, schemeVersion } from '../../../verbs/schemes/save-scheme.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { choicesOf, kindChoices } from './choices.ts'
import { doneOf } from './done.ts'
import { textOf } from './read-grant.ts'

type Scheme = Awaited<ReturnType<typeof showScheme>>

/** `GET /portal/schemes`. */
export async function showSchemes(portal: Portal): Promise<Response> {
  const rows = await listSchemes(portal.ctx)
  return showPortalPage(portal, {
    kind: 'portal/schemes',
    rows: rows.map((row) => cellsOf(row, portal.lang)),
    done: doneOf(portal),
  })
}

/** `GET /portal/schemes/new`. */
export function showNewScheme(portal: Portal): Promise<Response> {
  return show(portal, { id: null, form: freshForm({ pattern: '^$' }) })
}

/** `GET /portal/schemes/{id}`. */
export async function showOneScheme(portal: Portal): Promise<Response> {
  const row = await showScheme(portal.ctx, portal.c.req.param('id') ?? '')
  return show(portal, { id: row.id, form: freshForm(valuesOf(row)) })
}

/** `POST /portal/schemes/new`. */
export const addScheme = (portal: Portal): Promise<Response> => save(portal, null)

/** `POST /portal/schemes/{id}`. */
export const changeScheme = (portal: Portal): Promise<Response> =>
  save(portal, portal.c.req.param('id') ?? '')

async function save(portal: Portal, id: string | null): Promise<Response> {
  const { ctx, form, lang } = portal
  const text = (name: string) => textOf(form, name)
  try {
    await saveScheme({
      ctx,
      input: {
        ...{ id: id ?? text('id'), expected: id === null ? null : text('expected') },
        // Checked by the verb, which names what is allowed.
        kind: text('kind') as SchemeInput['kind'],
        marketRule: text('marketRule') as SchemeInput['marketRule'],
        ...{ nameVi: text('nameVi'), nameEn: text('nameEn'), nameZh: text('nameZh') },
        ...{ pattern: text('pattern'), sample: text('sample'), source: text('source') },
        ...{ validFrom: text('validFrom'), validTo: text('validTo') },
      },
    })
    return seeOther(portal, '/portal/schemes?done=scheme')
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return show(portal, { id, form: await withFreshVersion(portal, { id, view, status }) }, status)
  }
}

/** After a conflict the next try knows what stands now; what was typed stays. */
async function withFreshVersion(
  { ctx }: Portal,
  input: { readonly id: string | null; readonly view: FormView; readonly status: number },
): Promise<FormView> {
  const { id, view, status } = input
  if (id === null || status !== 409) return view
  const expected = schemeVersion(await showScheme(ctx, id))
  return { ...view, values: { ...view.values, expected } }
}

function show(
  portal: Portal,
  { id, form }: { readonly id: string | null; readonly form: FormView },
  status = 200,
): Promise<Response> {
  const { lang } = portal
  const kinds = kindChoices(lang).filter(
    ({ value }) => value === 'growing_area' || value === 'packing_house',
  )
  return showPortalPage(
    portal,
    {
      ...{ kind: 'portal/scheme', id, form, kinds },
      rules: choicesOf(MARKET_RULES, lang),
      action: id === null ? '/portal/schemes/new' : `/portal/schemes/${encodeURIComponent(id)}`,
    },
    status,
  )
}

function valuesOf(row: Scheme): Record<string, string> {
  const name = row.name as LocalText
  return {
    ...{ id: row.id, kind: row.kind, pattern: row.pattern, sample: row.sample },
    ...{ nameVi: name.vi, nameEn: name.en, nameZh: name.zh, marketRule: row.marketRule },
    ...{ validFrom: row.validFrom ?? '', validTo: row.validTo ?? '', source: row.source },
    expected: schemeVersion(row),
  }
}

function cellsOf(row: Scheme, lang: Language): TableCell[] {
  return [
    {
      text: (row.name as LocalText)[lang],
      href: `/portal/schemes/${encodeURIComponent(row.id)}`,
      small: row.id,
    },
    { text: nameIn(SITE_KINDS, row.kind, lang) },
    { text: row.sample, code: true, small: row.pattern },
    { text: nameIn(MARKET_RULES, row.marketRule, lang) },
    { text: periodOf(row, lang), small: row.source },
  ]
}

function periodOf({ validFrom, validTo }: Scheme, lang: Language): string {
  const parts = [
    validFrom === null ? null : fill(W.from[lang], { on: formatOn(validFrom, lang) }),
    validTo === null ? null : fill(W.to[lang], { on: formatOn(validTo, lang) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? W.always[lang] : parts.join(' ')
}
