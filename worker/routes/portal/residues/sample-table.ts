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
import { pathIn } from '../path-in.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

export const RESIDUES_PATH = '/portal/residues'

/** The page of a sample in the portal. */
export const samplePath = pathIn(RESIDUES_PATH)

/** What a sample goes by: the number on its seal, once it has one. */
export function sampleName({ sampleNo }: JudgedSample['row'], lang: Language): string {
  return sampleNo ?? W.unnumbered[lang]
}

/** The columns of a table of samples, each with the worst of what was found. */
export function sampleColumns(lang: Language): readonly ColumnOf<JudgedSample>[] {
  return [
    column(W.sample, ({ row }) => ({
      text: sampleName(row, lang),
      href: samplePath(row.id),
      // The name people gave says more than the crop it was understood as.
      small: lang === 'vi' ? row.cropName : cropName(row.crop),
    })),
    column(W.day, ({ row }) => dayOf(row.takenOn ?? row.plannedOn, lang)),
    column(W.place, ({ row: { about, communeName, holder } }) => ({
      text: about ?? communeName ?? '',
      small: holder ?? (about === null ? null : communeName),
    })),
    column(W.state, ({ row }) => SAMPLE_STATE_NAMES[row.state]),
    column(W.verdict, (sample) => ({
      text: sample.verdict === null ? '' : RESIDUE_VERDICT_NAMES[sample.verdict],
      small: breachText(sample, lang),
    })),
  ]
}

const dayOf = (on: string | null, lang: Language) => on && formatOn(on, lang)

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
