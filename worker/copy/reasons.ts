import type { WordedReason } from '../domain/standing/reasons.ts'
import type {
  Allowance,
  CodeStatus,
  Market,
  PreHarvestBreach,
  UseObjection,
} from '../domain/standing/types.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import { formatOn } from './format.ts'
import { inEach } from './in-each.ts'
import { marketPhrase } from './markets.ts'
import type { ReasonParts } from './reason-parts.ts'
import { DOCUMENT, QUOTATION, REASON_SENTENCES } from './reason-sentences.ts'
import { objectionPhrase } from './use-objections.ts'

/**
 * What a reason is told from. `since` is the day it began; for the `…_when_packed` reasons the day
 * the status of that time began. `severity` tells
 * the two meanings of `key_revoked` apart: `stop` for a label signed at or after the revocation,
 * `notice` for an earlier one, absent for words that are true of both.
 */
export type ReasonInput = {
  readonly code: WordedReason
  readonly severity?: 'stop' | 'notice'
  readonly since: string | null
  /** The market the reason is limited to; null when it holds everywhere. */
  readonly market: Market | null
  /** The growing-area or packing-house code concerned. */
  readonly codeNo: string | null
  readonly status: CodeStatus | null
  readonly documentNo: string | null
  /** The publishing body's own public wording, appended as a quotation. */
  readonly wording: LocalText | null
  readonly breach: PreHarvestBreach | null
  readonly allowance: Allowance | null
  /** Why a code may not be used, before a batch is sealed. */
  readonly objection?: UseObjection | null
  /** A text that was a label once and was altered. */
  readonly altered: boolean
  /** Found by counting who opens the label, not by a person. */
  readonly counted?: boolean
  /** The last day of use, of goods past it. */
  readonly expiresOn: string | null
}

/**
 * A reason in one or two plain sentences per language, with its date and, when it is limited to
 * one, its market. Food safety is named only where it is the cause.
 */
export function reasonText(input: ReasonInput): LocalText {
  const sentence = reasonSentence(input)
  return inEach((lang) => withDecision(sentence[lang], input, lang))
}

/** The same without what was decided and announced: neither its document nor its wording. */
export function reasonSentence(input: ReasonInput): LocalText {
  return inEach((lang) => REASON_SENTENCES[input.code][lang](partsOf(input, lang)))
}

function withDecision(main: string, input: ReasonInput, lang: Language): string {
  const gap = lang === 'zh' ? '' : ' '
  const tail: string[] = []
  if (input.documentNo !== null) tail.push(DOCUMENT[lang](input.documentNo))
  if (input.wording !== null) tail.push(QUOTATION[lang](input.wording[lang].trim()))
  return [main, ...tail].join(gap)
}

function partsOf(input: ReasonInput, lang: Language): ReasonParts {
  const { breach } = input
  return {
    severity: input.severity ?? null,
    since: input.since === null ? null : formatOn(input.since, lang),
    market: input.market === null ? null : marketPhrase(input.market, lang),
    codeNo: input.codeNo,
    status: input.status,
    documentNo: input.documentNo,
    altered: input.altered,
    counted: input.counted ?? false,
    allowance: input.allowance,
    objection: input.objection == null ? null : objectionPhrase(input.objection, lang),
    expiresOn: input.expiresOn === null ? null : formatOn(input.expiresOn, lang),
    breach: breach && {
      productName: breach.productName,
      intervalDays: breach.intervalDays,
      sprayedOn: formatOn(breach.sprayedOn, lang),
      harvestedOn: formatOn(breach.harvestedOn, lang),
    },
  }
}
