import type { DiaryWords } from '../../domain/lists/records/diary-records.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/**
 * SHA-256 of all that an entry says, in hexadecimal, whatever its capitals, tones and spaces: two
 * readings of one line are one entry. The site is not in it; with the site it identifies the entry.
 */
export async function diaryFingerprint(record: DiaryWords): Promise<string> {
  const { quantity } = record
  const said = [
    record.occurredOn,
    record.kind,
    record.kindText,
    record.plot,
    record.crop,
    record.productName,
    record.activeIngredient,
    record.dose,
    quantity?.value ?? null,
    quantity?.unit ?? null,
    record.method,
    record.targetPest,
    record.preHarvestIntervalDays === null ? null : String(record.preHarvestIntervalDays),
    record.operatorRole,
    record.note,
    record.batchRef,
  ].map((text) => (text === null ? null : foldVietnamese(text)))
  return sha256Hex(JSON.stringify(said))
}
