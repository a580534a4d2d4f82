import { expect, test } from 'vitest'
import * as z from 'zod'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { findCode } from '../../../worker/domain/codes/find-code.ts'
import { foldVietnamese, tidyText } from '../../../worker/domain/codes/fold-vietnamese.ts'
import { normaliseCode } from '../../../worker/domain/codes/normalise-code.ts'
import { readDigits } from '../../../worker/domain/codes/read-digits.ts'
import { readSchemePattern } from '../../../worker/domain/codes/scheme-pattern.ts'
import { readCornerPoints } from '../../../worker/domain/geo/read-corner-points.ts'
import { unitOfFileName } from '../../../worker/domain/geo/unit-of-feature.ts'
import {
  isAlteredLabel,
  looksLikeLabel,
  parseLabelPath,
  readLabelText,
} from '../../../worker/domain/label/parse-label.ts'
import { parseSubject } from '../../../worker/domain/label/subject.ts'
import { normaliseText } from '../../../worker/domain/normalise-text.ts'
import { shownCell } from '../../../worker/domain/sheet/cell-text.ts'
import { placeNameReadings } from '../../../worker/domain/sheet/place/place-name.ts'
import { splitAddress } from '../../../worker/domain/sheet/place/split-address.ts'
import { pastedCodes } from '../../../worker/domain/sheet/records/plain-codes.ts'
import { headingKey, readHeading } from '../../../worker/domain/sheet/table/heading.ts'
import { diaryKindOf } from '../../../worker/domain/sheet/vocabulary/diary-kinds.ts'
import { parseMarkets } from '../../../worker/domain/sheet/vocabulary/markets.ts'
import { parseRange } from '../../../worker/domain/sheet/xlsx/cell-reference.ts'
import { formatKind } from '../../../worker/domain/sheet/xlsx/number-formats.ts'
import { cleanText } from '../../../worker/domain/sheet/xlsx/shared-strings.ts'
import { parseVietnameseDate } from '../../../worker/domain/time/parse-vietnamese-date.ts'
import { parseArea } from '../../../worker/domain/units/area.ts'
import { parseQuantity } from '../../../worker/domain/units/mass.ts'
import { parseDecimal } from '../../../worker/domain/units/parse-decimal.ts'
import { calendarDateField, lineField, marketField } from '../../../worker/verbs/guard/fields.ts'
import { hostileTexts } from './hostile-texts.ts'

const line = lineField(200)
const email = z.email()

/** Everything that reads a text which somebody typed, scanned or put in a cell. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  foldVietnamese,
  tidyText,
  normaliseText: (text) => normaliseText(text, 'NFKD'),
  normaliseCode,
  codeSearchKey,
  findCode: (text) => findCode(text, new Map()),
  readDigits,
  readSchemePattern,
  readCornerPoints,
  unitOfFileName,
  readLabelText,
  isAlteredLabel,
  looksLikeLabel,
  parseLabelPath,
  parseSubject,
  shownCell,
  placeNameReadings,
  splitAddress,
  pastedCodes,
  readHeading,
  headingKey,
  diaryKindOf,
  parseMarkets,
  parseRange,
  formatKind,
  cleanText,
  parseVietnameseDate,
  parseDecimal,
  parseArea: (text) => parseArea(text, { defaultUnit: 'ha' }),
  parseQuantity: (text) => parseQuantity(text, text),
  'a line': (text) => line.safeParse(text),
  'a market': (text) => marketField.safeParse(text),
  'a day': (text) => calendarDateField.safeParse(text),
  'an address of mail': (text) => email.safeParse(text),
}

const LENGTH = 32_000
/** An eighth of the length takes an eighth of the time; a sixty-fourth would be square growth. */
const SHORTER = 8
const TOLERATED = 3 * SHORTER
/** Nobody waits for less, and below it a clock on a busy machine tells nothing. */
const FLOOR_MS = 40
const TRIES = 3

test.each(Object.entries(READERS))('%s takes time in proportion to the text', (_, read) => {
  const short = [...hostileTexts(LENGTH / SHORTER)]
  let at = 0
  for (const { name, text } of hostileTexts(LENGTH)) {
    const took = timeOf(read, text)
    if (took > FLOOR_MS) {
      const before = timeOf(read, short[at]?.text ?? '')
      expect(took / Math.max(1, before), `${name}: ${took} ms`).toBeLessThan(TOLERATED)
    }
    at += 1
  }
})

/** The least of a few runs, so that a pause of the machine counts for nothing. */
function timeOf(read: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && least > FLOOR_MS / 4; tries += 1) {
    const started = performance.now()
    read(text)
    least = Math.min(least, performance.now() - started)
  }
  return least
}
