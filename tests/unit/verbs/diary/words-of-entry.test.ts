import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIARY_KINDS, type DiaryKind } from '../../../../worker/copy/diary.ts'
import type { DiaryWords } from '../../../../worker/domain/lists/records/diary-records.ts'
import { parseQuantity } from '../../../../worker/lib/measure/mass.ts'
import { diaryDetails, diarySummary } from '../../../../worker/verbs/diary/diary-entry-text.ts'
import { diaryFingerprint } from '../../../../worker/verbs/diary/diary-fingerprint.ts'
import { wordsOfEntry } from '../../../../worker/verbs/diary/words-of-entry.ts'

const word = fc.stringMatching(/^[\p{L}\d][\p{L}\d :]{0,20}[\p{L}\d]$/u)
const optional = fc.option(word, { nil: null })
const kinds = Object.keys(DIARY_KINDS) as DiaryKind[]

const quantity = fc
  .record({
    value: fc.integer({ min: 1, max: 1_000_000 }),
    unit: fc.constantFrom('kg', 'tấn', 'lít/ha', 'thùng'),
  })
  .map(({ value, unit }) => {
    const reading = parseQuantity(value / 100, unit)
    if (!reading.ok) throw new Error(reading.reason)
    return { value: reading.value, unit: reading.unit, quantityKg: reading.quantityKg }
  })

const words: fc.Arbitrary<DiaryWords> = fc.record({
  occurredOn: fc.constant('2026-03-05'),
  kind: fc.constantFrom(...kinds),
  kindText: word,
  plot: optional,
  crop: optional,
  productName: optional,
  activeIngredient: optional,
  dose: optional,
  quantity: fc.option(quantity, { nil: null }),
  method: optional,
  targetPest: optional,
  preHarvestIntervalDays: fc.option(fc.nat(100), { nil: null }),
  operatorRole: optional,
  note: optional,
  batchRef: optional,
})

describe('what a stored entry says', () => {
  it('is what the line said it was made from, by the same fingerprint', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const stored = {
          kind: said.kind,
          occurredOn: said.occurredOn,
          summary: diarySummary(said),
          details: diaryDetails(said),
        }
        const read = wordsOfEntry(stored)
        expect(await diaryFingerprint(read)).toBe(await diaryFingerprint(said))
        expect(diarySummary(read)).toBe(stored.summary)
        expect(diaryDetails(read)).toEqual(stored.details)
      }),
    )
  })

  it('takes a summary that was written by hand for the work', () => {
    const entry = {
      kind: 'fertiliser',
      occurredOn: '2026-03-05',
      summary: 'Bón phân hữu cơ.',
      details: { product: 'phân bò' },
    }
    expect(wordsOfEntry(entry)).toMatchObject({
      kindText: 'Bón phân hữu cơ.',
      productName: 'phân bò',
    })
  })
})
