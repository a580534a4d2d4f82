import type { PurchaseSum } from '../../../../db/queries/purchase-sums.ts'
import type { FormView, TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { cropName } from '../../../domain/crops/crop-key.ts'
import { periodKey } from '../../../domain/purchases/periods.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import {
  exportPurchaseLines,
  exportPurchaseSums,
} from '../../../verbs/purchases/export-purchases.ts'
import {
  PURCHASE_SUMS,
  type PurchaseStatistics,
  type PurchaseSumBy,
  readMissing,
  readPurchaseSums,
} from '../../../verbs/purchases/purchase-sums.ts'
import { refusedQuestion } from '../form-view.ts'
import { sendFile } from '../imports/send-file.ts'
import { askedFormat } from '../list-tools.ts'
import type { Portal } from '../portal-route.ts'
import { showListPage } from '../show-list-page.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { column } from '../table-of.ts'
import { dueText } from './due-text.ts'
import { destinationText, kgText } from './line-table.ts'
import { MISSING_PATH, newPath, PURCHASES_PATH, TOTALS_PATH } from './paths.ts'
import { fileLinks } from './show-list.ts'

const BY_NAMES = {
  all: W.byAll,
  commune: W.commune,
  crop: F.crop,
  market: W.market,
  period: F.period,
} as const satisfies Record<PurchaseSumBy, LocalText>

/** `GET /portal/purchases/totals?by=&from=&to=`. */
export async function showTotals(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const by = PURCHASE_SUMS.find((each) => each === c.req.query('by')) ?? 'all'
  const months = monthsAsked(portal)
  let found: PurchaseStatistics | null = null
  let form: FormView = { values: { by, ...months }, errors: {}, problem: null }
  try {
    found = await readPurchaseSums(ctx, { ...months, by })
  } catch (error) {
    form = refusedQuestion({ error, values: form.values, lang })
  }
  const lines = found?.lines ?? []
  const heads = by === 'all' ? [F.period, W.commune, F.crop, W.market] : [BY_NAMES[by]]
  return showPortalPage(
    portal,
    {
      kind: 'portal/records',
      adding: null,
      title: W.totalsTitle[lang],
      lead: W.totalsLead[lang],
      empty: W.emptyOffice[lang],
      columns: [...heads, W.bought, W.sold, W.reporters, W.codes].map((name) => name[lang]),
      rows: [
        ...lines.map((line) => [...namesOf(line, { by, lang }), ...figuresOf(line, lang)]),
        ...(lines.length < 2 ? [] : [totalRow(lines, { lang, heads: heads.length })]),
      ],
      done: null,
      narrowing: { action: TOTALS_PATH, inputs: inputsIn(lang), form, active: true },
      links: [
        { href: PURCHASES_PATH, text: W.title[lang] },
        ...(mayAny(ctx.actor, 'exports.read')
          ? fileLinks(`${TOTALS_PATH}/export`, { asked: months, lang })
          : []),
      ],
    },
    found === null ? 400 : 200,
  )
}

function monthsAsked({ c }: Portal) {
  return { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
}

function inputsIn(lang: Language) {
  const choices = PURCHASE_SUMS.map((value) => ({ value, text: BY_NAMES[value][lang] }))
  return [
    { name: 'by', label: W.by[lang], type: 'select' as const, choices, required: true },
    { name: 'from', label: W.from[lang], hint: F.monthHint[lang] },
    { name: 'to', label: W.to[lang] },
  ]
}

function namesOf(
  line: PurchaseSum,
  { by, lang }: { readonly by: PurchaseSumBy; readonly lang: Language },
): TableCell[] {
  const { fromOn, toOn, communeName, communeCode, crop } = line
  const names = {
    period: fromOn === null || toOn === null ? '' : periodName({ fromOn, toOn })[lang],
    commune: communeName ?? communeCode ?? W.notSaid[lang],
    crop: crop === null ? '' : cropName(crop)[lang],
    market: destinationText(line, lang),
  }
  const shown = by === 'all' ? (['period', 'commune', 'crop', 'market'] as const) : [by]
  return shown.map((name) => ({ text: names[name] }))
}

function figuresOf(line: PurchaseSum, lang: Language): TableCell[] {
  return [
    { text: kgText(line.boughtKg, lang) },
    { text: kgText(line.soldKg, lang) },
    { text: formatNumber(line.reporters, lang) },
    { text: formatNumber(line.codes, lang) },
  ]
}

/** Kilograms add up; reporters and codes of several rows may be the same ones. */
function totalRow(
  lines: readonly PurchaseSum[],
  { lang, heads }: { readonly lang: Language; readonly heads: number },
): TableCell[] {
  const sum = (of: 'boughtKg' | 'soldKg') => lines.reduce((all, line) => all + line[of], 0)
  return [
    { text: W.total[lang] },
    ...Array.from({ length: heads - 1 }, () => ({ text: '' })),
    { text: kgText(sum('boughtKg'), lang) },
    { text: kgText(sum('soldKg'), lang) },
    { text: '' },
    { text: '' },
  ]
}

/** `GET /portal/purchases/totals/export?format=&from=&to=`. */
export async function downloadTotals(portal: Portal): Promise<Response> {
  const asked = { ...monthsAsked(portal), format: askedFormat(portal) }
  return sendFile(await exportPurchaseSums(portal.ctx, asked))
}

/** `GET /portal/purchases/export?format=&from=&to=`. */
export async function downloadLines(portal: Portal): Promise<Response> {
  const asked = { ...monthsAsked(portal), format: askedFormat(portal) }
  return sendFile(await exportPurchaseLines(portal.ctx, asked))
}

const PERIODS_OFFERED = 6

/** `GET /portal/purchases/missing?period=`. */
export async function showMissing(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const { periods, period, rows } = await readMissing(ctx, { period: c.req.query('period') ?? '' })
  const mayWrite = mayAny(ctx.actor, 'organisations.read') && mayAny(ctx.actor, 'purchases.write')
  const offered = [
    ...(period === null ? [] : [period]),
    ...periods.filter((each) => each !== period).slice(0, PERIODS_OFFERED),
  ]
  return showListPage(
    portal,
    { rows },
    {
      words: {
        title: W.missingTitle,
        lead:
          period === null
            ? W.periodsEmpty
            : fill(W.missingLead[lang], {
                period: periodName(period)[lang],
                due: dueText(period, lang),
              }),
        empty: W.missingEmpty,
      },
      columns: [
        column(W.reporter, ({ organisationId, organisation }) =>
          mayWrite && period !== null
            ? { text: organisation, href: newPath({ organisationId, period }), small: W.typeIn }
            : organisation,
        ),
        column(F.code, ({ codes }) => ({ text: codes.join(', '), code: true })),
        column(W.packed, ({ packedKg }) => kgText(packedKg, lang)),
        column(W.batches, ({ batches }) => formatNumber(batches, lang)),
      ],
      filters: offered.map((each) => ({
        href: `${MISSING_PATH}?period=${encodeURIComponent(periodKey(each))}`,
        text: periodName(each),
        current: each === period,
      })),
      links: [{ href: PURCHASES_PATH, text: W.title }],
    },
  )
}
