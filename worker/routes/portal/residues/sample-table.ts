import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { decimalIn } from '../../../copy/format-decimal.ts'
import { marketName } from '../../../copy/markets.ts'
import { RESIDUE_VERDICT_NAMES, SAMPLE_STATE_NAMES } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { cropName } from '../../../domain/crops/crop-key.ts'
import type { Measurement } from '../../../domain/residues/read-measurement.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { JudgedSample } from '../../../verbs/residues/judge-samples.ts'

export const RESIDUES_PATH = '/portal/residues'

/** The page of a sample in the portal. */
export function samplePath(id: string): `/portal/${string}` {
  return `${RESIDUES_PATH}/${encodeURIComponent(id)}`
}

/** What a sample goes by: the number on its seal, once it has one. */
export function sampleName({ sampleNo }: JudgedSample['row'], lang: Language): string {
  return sampleNo ?? W.unnumbered[lang]
}

/** Samples as a table, each with the worst of what was found. */
export function sampleTable(samples: readonly JudgedSample[], lang: Language) {
  return {
    columns: [W.sample, W.day, W.place, W.state, W.verdict].map((name) => ({ name: name[lang] })),
    rows: samples.map((sample) => cellsOf(sample, lang)),
  }
}

function cellsOf(sample: JudgedSample, lang: Language): TableCell[] {
  const { row, verdict } = sample
  const { id, crop, cropName: written, takenOn, plannedOn, about, communeName, holder, state } = row
  const on = takenOn ?? plannedOn
  // The name people gave says more than the crop it was understood as.
  const named = lang === 'vi' ? written : cropName(crop)[lang]
  return [
    { text: sampleName(row, lang), href: samplePath(id), small: named },
    { text: on === null ? '' : formatOn(on, lang) },
    { text: about ?? communeName ?? '', small: holder ?? (about === null ? null : communeName) },
    { text: SAMPLE_STATE_NAMES[state][lang] },
    {
      text: verdict === null ? '' : RESIDUE_VERDICT_NAMES[verdict][lang],
      small: breachText(sample, lang),
    },
  ]
}

/** What is over a limit, and where: `Cadmi (Trung Quốc)`; null where nothing is. */
export function breachText({ markets }: JudgedSample, lang: Language): string | null {
  const breaches = markets.flatMap(({ market, results }) =>
    results
      .filter(({ verdict }) => verdict === 'failed')
      .map(({ analyte }) => fill(W.breachOf[lang], { analyte, market: marketName(market, lang) })),
  )
  return breaches.length === 0 ? null : breaches.join(', ')
}

/** A result as it is printed: `< 0,01 mg/kg`. */
export function resultText({ relation, value, unit }: Measurement, lang: Language): string {
  const figure =
    value === null ? null : `${decimalIn(value, lang)}${unit === null ? '' : ` ${unit}`}`
  if (relation === 'equal') return figure ?? ''
  return figure === null ? W.notDetected[lang] : `< ${figure}`
}
