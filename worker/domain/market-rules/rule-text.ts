import { fill } from '../../copy/fill.ts'
import { decimalIn } from '../../copy/format-decimal.ts'
import {
  CHECK_PROOF_NAMES,
  CHECK_STAGE_NAMES,
  LIMIT_UNIT_NAMES,
  PEST_STATUS_NAMES,
  RULE_KIND_NAMES,
  TREATMENT_NAMES,
} from '../../copy/portal/market-rule.ts'
import { RULE_VALUE_COPY as W } from '../../copy/rule-values.ts'
import type { Language, PartText } from '../../lib/text/local-text.ts'
import type { ResidueLimit } from '../residues/residue-limit.ts'
import type { RuleValue, RuleValueOf } from './market-rule.ts'

/** What a rule is about, and the language its words are in where that is not the reader's. */
export function ruleSubject(
  value: RuleValue,
  lang: Language,
): { readonly text: string; readonly own: 'vi' | null } {
  switch (value.kind) {
    case 'treatment':
      return { text: TREATMENT_NAMES[value.method][lang], own: null }
    case 'minimum_area':
    case 'yield_ceiling':
      return { text: RULE_KIND_NAMES[value.kind][lang], own: null }
    case 'pest':
    case 'residue_limit':
    case 'packing_mark':
    case 'required_check':
    case 'required_paper':
      return saidIn(value.name, lang)
  }
}

/** A text in the reader's language, else as it was written. */
export function saidIn(
  text: PartText,
  lang: Language,
): { readonly text: string; readonly own: 'vi' | null } {
  const said = text[lang]
  if (said !== undefined) return { text: said, own: null }
  return { text: text.vi ?? text.en ?? text.zh ?? '', own: 'vi' }
}

/** What a rule asks, in figures and words; empty where its subject says it all. */
export function ruleText(value: RuleValue, lang: Language): string {
  switch (value.kind) {
    case 'pest':
      return PEST_STATUS_NAMES[value.status][lang]
    case 'residue_limit':
      return limitText(value.limit, lang)
    case 'treatment':
      return treatmentText(value, lang)
    case 'packing_mark':
      return value.wording === null ? '' : `“${value.wording}”`
    case 'minimum_area':
      return `≥ ${decimalIn(value.areaHa, lang)} ha`
    case 'yield_ceiling':
      return `≤ ${decimalIn(value.tonnesPerHa, lang)} ${W.tonnesPerHa[lang]}`
    case 'required_check': {
      const { before, proof, days, samplePercent } = value
      const within = days === null ? [] : [fill(W.within[lang], { days })]
      const sampled =
        samplePercent === null ? [] : [`${W.sampled[lang]} ${decimalIn(samplePercent, lang)} %`]
      return [
        ...[CHECK_STAGE_NAMES[before][lang], CHECK_PROOF_NAMES[proof][lang]],
        ...[...within, ...sampled],
      ].join('; ')
    }
    case 'required_paper':
      return ''
  }
}

/** A limit as it is printed: `≤ 0,05 mg/kg`. */
export function limitText(limit: ResidueLimit, lang: Language): string {
  if (limit.kind === 'not_detected') return LIMIT_UNIT_NAMES.not_detected[lang]
  return `≤ ${decimalIn(limit.value, lang)} ${LIMIT_UNIT_NAMES[limit.unit][lang]}`
}

function treatmentText(value: RuleValueOf<'treatment'>, lang: Language): string {
  const { temperatureC, minutesLeast, minutesMost, doseGy } = value
  const span = [minutesLeast, minutesMost].flatMap((each) =>
    each === null ? [] : [decimalIn(each, lang)],
  )
  return [
    ...(temperatureC === null ? [] : [`${decimalIn(temperatureC, lang)} °C`]),
    ...(span.length === 0 ? [] : [`${[...new Set(span)].join('–')} ${W.minutes[lang]}`]),
    ...(doseGy === null ? [] : [`${decimalIn(doseGy, lang)} Gy`]),
  ].join(', ')
}
