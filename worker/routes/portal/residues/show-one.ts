import type { DetailSection, Link, Note } from '../../../../site/models/records.ts'
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
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
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
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: sampleName(row, lang),
    back: { href: RESIDUES_PATH, text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(sample, { lang, mayFind }),
    ...primaryOf(sample, { lang, mayWrite, mayFind }),
    links: mayWrite ? linksOf(sample, { lang, mayFind }) : [],
    facts: factsOf(sample, lang),
    sections: [resultSection(sample, lang), ...markets.map((each) => marketSection(each, lang))],
  })
}

type Shown = { readonly lang: Language; readonly mayFind: boolean }

function notesOf(sample: JudgedSample, { lang, mayFind }: Shown): Note[] {
  const what = breachText(sample, lang)
  const breach = (mayFind ? W.breach : W.breachHolder)[lang]
  const isOpen = sample.markets.some(({ results }) =>
    results.some(({ verdict }) => verdict === 'no_limit'),
  )
  return [
    ...(what === null ? [] : [{ kind: 'error' as const, text: fill(breach, { what }) }]),
    ...(isOpen ? [{ kind: 'note' as const, text: W.noLimitNote[lang] }] : []),
  ]
}

/** A breach wants a finding first of all; else what the sample waits for. */
function primaryOf(sample: JudgedSample, shown: Shown & { readonly mayWrite: boolean }) {
  const { lang, mayWrite, mayFind } = shown
  const path = samplePath(sample.row.id)
  if (mayFind && breachText(sample, lang) !== null) {
    return { primary: { href: findingHref(sample), text: W.finding[lang] } }
  }
  if (!mayWrite) return {}
  switch (sample.row.state) {
    case 'planned':
      return { primary: { href: `${path}/edit`, text: W.edit[lang] } }
    case 'taken':
      return { primary: { href: `${path}/results`, text: W.record[lang] } }
    case 'reported':
    case 'dropped':
      return {}
  }
}

function linksOf(sample: JudgedSample, { lang }: Shown): Link[] {
  const path = samplePath(sample.row.id)
  switch (sample.row.state) {
    case 'planned':
      return [{ href: `${path}/drop`, text: W.drop[lang] }]
    case 'taken':
      return [{ href: `${path}/edit`, text: W.edit[lang] }]
    case 'reported':
      return [{ href: `${path}/results`, text: W.record[lang] }]
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
    { label: W.state[lang], text: SAMPLE_STATE_NAMES[row.state][lang] },
    { label: F.crop[lang], text: row.cropName },
    { label: F.about[lang], text: row.about ?? row.communeName },
    { label: F.commune[lang], text: row.communeName },
    { label: W.holder[lang], text: row.holder },
    ...(row.takenOn === null
      ? [{ label: F.plannedOn[lang], text: day(row.plannedOn) }]
      : [
          { label: F.takenOn[lang], text: day(row.takenOn) },
          { label: F.takenBy[lang], text: row.takenBy },
        ]),
    ...(row.state === 'reported'
      ? [
          { label: A.laboratory[lang], text: row.laboratory },
          { label: A.reportNo[lang], text: row.reportNo },
          { label: F.reportedOn[lang], text: day(row.reportedOn) },
        ]
      : []),
    ...(row.dropReason === null ? [] : [{ label: F.dropReason[lang], text: row.dropReason }]),
    ...(row.note === null ? [] : [{ label: F.note[lang], text: row.note }]),
  ]
}

function resultSection({ results, corrected }: JudgedSample, lang: Language): DetailSection {
  return {
    id: 'results',
    title: W.results[lang],
    table: {
      columns: [A.analyte, A.result].map((name) => ({ name: name[lang] })),
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
      empty: W.noResults[lang],
    },
  }
}
