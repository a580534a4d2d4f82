import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { PURCHASE_REFUSALS as R } from '../../../copy/refusals/purchases.ts'
import { daysIn, type OpenPeriod, periodDue, periodKey } from '../../../domain/purchases/periods.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import {
  PURCHASE_CORRECTION,
  PURCHASE_HEAD,
  PURCHASE_WITHDRAWAL,
} from '../../../resources/purchase.ts'
import { Problem } from '../../../verbs/errors.ts'
import { boundsOf } from '../../../verbs/guard/authorise.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'
import { findOrganisation } from '../../../verbs/organisations/find-organisation.ts'
import { fillReport, textsOfLines } from '../../../verbs/purchases/prefill-report.ts'
import { openReport } from '../../../verbs/purchases/read-report.ts'
import { openPeriods } from '../../../verbs/purchases/report-periods.ts'
import {
  addReport,
  correctReport,
  requireStanding,
  withdrawReport,
} from '../../../verbs/purchases/save-report.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm, type Sent } from '../record-form.ts'
import { dueText } from './due-text.ts'
import { lineInputs, moreButton, ROWS, withMoreLines } from './line-inputs.ts'
import { newPath, PURCHASES_PATH as PATH, reportPath } from './paths.ts'

const may = 'purchases.write'
const PERIODS_OFFERED = 4

/** A form of a new report; without an organisation while an office has named none. */
type NewForm = Pick<Awaited<ReturnType<typeof fillReport>>, 'periods' | 'texts'> & {
  readonly period: OpenPeriod | null
  readonly reporter: { readonly id: string; readonly name: string } | null
  readonly isOffice: boolean
  readonly isGrower: boolean
  readonly hasLast: boolean
}

/** The forms of a report: a new one, its correction, its withdrawal. */
export const reportForms: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/new`,
    may,
    load: loadNew,
    values: ({ period, reporter, isOffice, texts }) => ({
      ...texts,
      ...(period === null ? {} : { period: periodKey(period) }),
      ...(isOffice && reporter !== null ? { organisation: reporter.id } : {}),
    }),
    again: withMoreLines,
    back: PATH,
    once: addNew,
    done: ({ id }) => `${reportPath(id)}?done=created`,
    page: ({ lang }, { loaded, form }) => ({
      title: W.newTitle[lang],
      facts: loaded.isOffice && loaded.reporter !== null ? [nameFact(loaded.reporter, lang)] : [],
      note: W.newNote[lang],
      save: W.save[lang],
      other: moreButton(lang),
      later: W.nothing[lang],
      hidden: [ROWS, ...(loaded.reporter === null ? [] : ['organisation'])],
      inputs: [...headInputs(loaded, lang), ...lineInputs(form.values, { lang, ...loaded })],
      sections: waysOn(loaded, lang),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/correct`,
    may,
    load: openForForm,
    values: ({ lines }) => textsOfLines(lines),
    again: withMoreLines,
    once: ({ ctx, texts, confirmed }, { row }) =>
      correctReport({ ctx, input: { id: row.id, texts, confirmed } }),
    back: ({ row }) => reportPath(row.id),
    done: ({ id }, { row }) => `${reportPath(id)}?done=${id === row.id ? 'same' : 'corrected'}`,
    page: ({ lang }, { loaded: { row, lines }, form }) => ({
      title: fill(W.correctTitle[lang], { period: periodName(row)[lang] }),
      note: W.correctNote[lang],
      save: W.saveCorrection[lang],
      other: moreButton(lang),
      hidden: [ROWS],
      inputs: [
        ...lineInputs(form.values, {
          lang,
          isGrower: lines.some(({ holderId }) => holderId === row.organisationId),
        }),
        ...formInputs(PURCHASE_CORRECTION, { lang }),
      ],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/withdraw`,
    may,
    load: openForForm,
    asks: PURCHASE_WITHDRAWAL,
    once: ({ ctx, texts }, { row: { id } }) => withdrawReport({ ctx, input: { id, texts } }),
    back: ({ row }) => reportPath(row.id),
    done: (made) => `${reportPath(made.id)}?done=withdrawn`,
    page: ({ lang }, { loaded: { row } }) => ({
      title: fill(W.withdrawTitle[lang], { period: periodName(row)[lang] }),
      note: W.withdrawNote[lang],
      save: W.withdraw[lang],
    }),
  }),
]

async function addNew(sent: Sent) {
  const { ctx, texts, confirmed } = sent
  const isNothing = texts['later'] !== undefined
  if (isNothing) requireNothing(texts)
  const organisationId = await reporterOf(sent)
  if (organisationId === null) throw invalidField('organisation', R.organisationMissing)
  return addReport({
    ctx,
    input: {
      ...{ organisationId, texts },
      confirmed: [...confirmed, ...(isNothing ? ['nothing'] : [])],
      period: texts['period'] ?? null,
    },
  })
}

/** One that was replaced while its form was filled in comes back with what was typed. */
async function openForForm(portal: Portal) {
  const opened = await openReport(portal.ctx, portal.param('id'), may)
  if (portal.c.req.method === 'GET') requireStanding(opened.row)
  return opened
}

/** Whoever says that nothing was bought has typed no kilograms. */
function requireNothing(texts: Readonly<Record<string, string>>): void {
  const [typed] = Object.entries(texts).filter(
    ([name, text]) => /^(?:bought|sold)Kg\d{1,3}$/.test(name) && text.trim() !== '',
  )
  if (typed !== undefined) throw invalidField(typed[0], R.notNothing)
}

async function loadNew(portal: Portal): Promise<NewForm> {
  const { ctx, c } = portal
  const isOffice = boundsOf(ctx, may)?.kind !== 'organisation'
  const organisationId = await reporterIfThere(portal)
  if (organisationId === null) {
    const periods = await openPeriods(ctx)
    const none = { texts: {}, isGrower: false, hasLast: false, reporter: null }
    const period = periodDue(periods, { today: vietnamDateOf(ctx.now()), reported: [] })
    return { ...none, isOffice, periods, period }
  }
  const asked = daysIn(c.req.query('period') ?? '')
  const likeLast = c.req.query('like') === 'last'
  const filled = await fillReport(ctx, { organisationId, period: asked, likeLast })
  const { organisation: name, last, ...rest } = filled
  return { ...rest, isOffice, reporter: { id: organisationId, name }, hasLast: last !== null }
}

/** Who reports: whoever acts, or whom an office names; null where it names nobody yet. */
async function reporterOf({ ctx, c, form }: Portal): Promise<string | null> {
  const bounds = boundsOf(ctx, may)
  if (bounds?.kind === 'organisation') return bounds.organisationId
  const typed = form.get('organisation') ?? c.req.query('organisation')
  if (typeof typed !== 'string' || typed.trim() === '') return null
  return (await findOrganisation({ ctx, input: { reference: typed.trim() } })).id
}

/** The same for a page: a name that nobody has is told when the form is sent. */
async function reporterIfThere(portal: Portal): Promise<string | null> {
  try {
    return await reporterOf(portal)
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null
    throw error
  }
}

function nameFact({ name }: { readonly name: string }, lang: Language) {
  return { label: W.reporter[lang], text: name }
}

function headInputs({ periods, reporter, isOffice }: NewForm, lang: Language): FormInput[] {
  const choices = periods.map((period) => ({
    value: periodKey(period),
    text: fill(W.dueOn[lang], { period: periodName(period)[lang], due: dueText(period, lang) }),
  }))
  return formInputs(PURCHASE_HEAD, { lang }).flatMap((input): FormInput[] => {
    if (input.name === 'period') return [{ ...input, type: 'select' as const, choices }]
    return isOffice && reporter === null ? [{ ...input, required: true }] : []
  })
}

/** The same as last time, and other periods, each filled in anew. */
function waysOn({ reporter, periods, period, isOffice, hasLast }: NewForm, lang: Language) {
  if (reporter === null) return []
  const of = isOffice ? { organisationId: reporter.id } : {}
  const others = periods
    .filter((each) => each !== period)
    .slice(0, PERIODS_OFFERED)
    .map((each) => ({ href: newPath({ ...of, period: each }), text: periodName(each)[lang] }))
  const now = period === null ? {} : { period }
  const like = { href: newPath({ ...of, ...now, like: 'last' }), text: W.likeLast[lang] }
  const section: DetailSection = {
    id: 'other',
    title: W.otherPeriod[lang],
    links: [...(hasLast ? [like] : []), ...others],
  }
  return [section]
}
