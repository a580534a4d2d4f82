import { expect, test } from 'vitest'
import * as z from 'zod'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { findCode } from '../../../worker/domain/codes/find-code.ts'
import { normaliseCode } from '../../../worker/domain/codes/normalise-code.ts'
import { readDigits } from '../../../worker/domain/codes/read-digits.ts'
import { readSchemePattern } from '../../../worker/domain/codes/scheme-pattern.ts'
import {
  isAlteredLabel,
  looksLikeLabel,
  parseLabelPath,
  readLabelText,
} from '../../../worker/domain/label/parse-label.ts'
import { parseSubject } from '../../../worker/domain/label/subject.ts'
import { placeNameReadings } from '../../../worker/domain/lists/place/place-name.ts'
import { splitAddress } from '../../../worker/domain/lists/place/split-address.ts'
import { pastedCodes } from '../../../worker/domain/lists/records/plain-codes.ts'
import { cropWorkOf } from '../../../worker/domain/lists/vocabulary/crop-works.ts'
import { diaryKindOf } from '../../../worker/domain/lists/vocabulary/diary-kinds.ts'
import { parseMarkets } from '../../../worker/domain/lists/vocabulary/markets.ts'
import { readCornerPoints } from '../../../worker/lib/geo/read-corner-points.ts'
import { unitOfFileName } from '../../../worker/lib/geo/unit-of-feature.ts'
import { parseArea } from '../../../worker/lib/measure/area.ts'
import { parseQuantity } from '../../../worker/lib/measure/mass.ts'
import { parseDecimal } from '../../../worker/lib/measure/parse-decimal.ts'
import { shownCell } from '../../../worker/lib/sheet/cell-text.ts'
import { headingKey, readHeading } from '../../../worker/lib/sheet/table/heading.ts'
import { parseRange } from '../../../worker/lib/sheet/xlsx/cell-reference.ts'
import { formatKind } from '../../../worker/lib/sheet/xlsx/number-formats.ts'
import { cleanText } from '../../../worker/lib/sheet/xlsx/shared-strings.ts'
import { foldVietnamese, tidyText } from '../../../worker/lib/text/fold-vietnamese.ts'
import { normaliseText } from '../../../worker/lib/text/normalise-text.ts'
import { parseVietnameseDate } from '../../../worker/lib/time/parse-vietnamese-date.ts'
import { calendarDateField, lineField, marketField } from '../../../worker/verbs/guard/fields.ts'
import { threadMs } from '../../support/thread-ms.ts'
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
  cropWorkOf: (text: string) => cropWorkOf(text, { crop: text, on: null }),
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
/** Nobody waits for less, and below it a clock tells nothing. */
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
    const started = threadMs()
    read(text)
    least = Math.min(least, threadMs() - started)
  }
  return least
}
