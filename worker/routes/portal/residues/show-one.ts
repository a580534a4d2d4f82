import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  ANALYSIS_COPY as A,
  RESIDUE_COPY as F,
  SAMPLE_STATE_NAMES,
} from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOfSample } from '../../../resources/residue-sample.ts'
import { mayAny, mayDo } from '../../../verbs/guard/authorise.ts'
import type { JudgedSample } from '../../../verbs/residues/judge-samples.ts'
import { showSample } from '../../../verbs/residues/list-samples.ts'
import type { Portal } from '../portal-route.ts'
import {
  type Links,
  type Notes,
  type SaidLink,
  type Section,
  showDetailPage,
} from '../show-detail-page.ts'
import { marketSection } from './market-section.ts'
import { breachText, RESIDUES_PATH, resultText, sampleName, samplePath } from './sample-table.ts'

const { created, saved, same, recorded, dropped } = W
const DONE = { created, saved, same, recorded, dropped }

/** `GET /portal/residues/{id}`: for whoever inspects, and for its holder once it was taken. */
export async function showOneSample(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const sample = await showSample(ctx, param('id'))
  const { row, markets } = sample
  const mayWrite = mayDo(ctx.actor, 'residues.write', targetOfSample(row))
  const mayFind = mayWrite && mayAny(ctx.actor, 'findings.write')
  return showDetailPage(portal, {
    title: sampleName(row, lang),
    back: { href: RESIDUES_PATH, text: W.title },
    done: DONE,
    notes: notesOf(sample, { lang, mayFind }),
    primary: primaryOf(sample, {
      mayWrite,
      isBreach: mayFind && breachText(sample, lang) !== null,
    }),
    links: mayWrite ? linksOf(sample) : [],
    facts: factsOf(sample, lang),
    sections: [resultSection(sample, lang), ...markets.map((each) => marketSection(each, lang))],
  })
}

function notesOf(
  sample: JudgedSample,
  { lang, mayFind }: { readonly lang: Language; readonly mayFind: boolean },
): Notes {
  const what = breachText(sample, lang)
  const breach = (mayFind ? W.breach : W.breachHolder)[lang]
  const isOpen = sample.markets.some(({ results }) =>
    results.some(({ verdict }) => verdict === 'no_limit'),
  )
  return [
    what !== null && { kind: 'error', text: fill(breach, { what }) },
    isOpen && { kind: 'note', text: W.noLimitNote },
  ]
}

/** A breach wants a finding first of all; else what the sample waits for. */
function primaryOf(
  sample: JudgedSample,
  { mayWrite, isBreach }: { readonly mayWrite: boolean; readonly isBreach: boolean },
): SaidLink | undefined {
  const path = samplePath(sample.row.id)
  if (isBreach) return { href: findingHref(sample), text: W.finding }
  if (!mayWrite) return undefined
  switch (sample.row.state) {
    case 'planned':
      return { href: `${path}/edit`, text: W.edit }
    case 'taken':
      return { href: `${path}/results`, text: W.record }
    case 'reported':
    case 'dropped':
      return undefined
  }
}

function linksOf(sample: JudgedSample): Links {
  const path = samplePath(sample.row.id)
  switch (sample.row.state) {
    case 'planned':
      return [{ href: `${path}/drop`, text: W.drop }]
    case 'taken':
      return [{ href: `${path}/edit`, text: W.edit }]
    case 'reported':
      return [{ href: `${path}/results`, text: W.record }]
    case 'dropped':
      return []
  }
}

/** A finding with what is known filled in; whoever records it says the rest. */
function findingHref(sample: JudgedSample): string {
  const { siteId, batchId, about, communeName, takenOn } = sample.row
  const subject =
    siteId !== null
      ? { kind: 'site', text: siteId }
      : batchId !== null
        ? { kind: 'batch', text: batchId }
        : { kind: 'shop', text: about ?? communeName ?? '' }
  const what = fill(W.findingText.vi, {
    number: sampleName(sample.row, 'vi'),
    day: takenOn === null ? '' : formatOn(takenOn, 'vi'),
    what: breachText(sample, 'vi') ?? '',
  })
  return `/portal/findings/new?${new URLSearchParams({ ...subject, what })}`
}

function factsOf({ row }: JudgedSample, lang: Language) {
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  return [
    { label: W.state, text: SAMPLE_STATE_NAMES[row.state] },
    { label: F.crop, text: row.cropName },
    { label: F.about, text: row.about ?? row.communeName },
    { label: F.commune, text: row.communeName },
    { label: W.holder, text: row.holder },
    ...(row.takenOn === null
      ? [{ label: F.plannedOn, text: day(row.plannedOn) }]
      : [
          { label: F.takenOn, text: day(row.takenOn) },
          { label: F.takenBy, text: row.takenBy },
        ]),
    ...(row.state === 'reported'
      ? [
          { label: A.laboratory, text: row.laboratory },
          { label: A.reportNo, text: row.reportNo },
          { label: F.reportedOn, text: day(row.reportedOn) },
        ]
      : []),
    row.dropReason !== null && { label: F.dropReason, text: row.dropReason },
    row.note !== null && { label: F.note, text: row.note },
  ]
}

function resultSection({ results, corrected }: JudgedSample, lang: Language): Section {
  return {
    id: 'results',
    title: W.results,
    table: {
      columns: [A.analyte, A.result].map((name) => ({ name })),
      rows: results.map((result) => {
        const earlier = corrected.filter(({ analyteKey }) => analyteKey === result.analyteKey)
        const before = earlier.map((each) => resultText(each, lang)).join('; ')
        const why = result.reason === null ? '' : ` (${result.reason})`
        return [
          { text: result.analyte },
          {
            text: resultText(result, lang),
            small: before === '' ? null : fill(W.earlier[lang], { result: before }) + why,
          },
        ]
      }),
      empty: W.noResults,
    },
  }
}
