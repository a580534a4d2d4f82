import type { FieldKit } from '../../worker/domain/diary/field-kit.ts'
import type { OutboxItem } from '../../worker/domain/outbox/outbox-item.ts'
import type { WrittenCell } from '../../worker/lib/sheet/write/sheet-cells.ts'
import { writeWorkbook } from '../../worker/lib/sheet/write/write-xlsx.ts'
import { checksItem } from './outbox/outbox-app.ts'
import type { PortalApp } from './portal-app.ts'

/** A drawing of two strokes, as a hand leaves it. */
export const SIGNED = [
  [100, 200, 180, 120, 260, 240, 340, 130],
  [400, 180, 520, 190, 600, 170],
]

/** Answers to the form that everybody has for growing areas, with nothing found wrong. */
export const SOUND_ANSWERS = {
  ...{ area_ha: 2.5, household_count: 12, growth_stage: 'fruiting', packaging_collected: 'yes' },
  ...{ diary_exists: 'yes', diary_complete: 'yes', pest_records: 'yes', gap_applied: 'yes' },
  ...{ weeds_cleared: 'yes', isolated: 'yes', sample_taken: 'no' },
} as const

/** Minutes of a growing area as the app sends them: passed, signed by both. */
export function minutesBody(given: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ formVersionId: 'default-growing-area-1', kind: 'periodic', outcome: 'passed' },
    ...{ answers: SOUND_ANSWERS, findings: [] },
    inspector: { name: 'Cán bộ thử', position: 'Chi cục', signature: SIGNED },
    holder: { name: 'Chủ vườn thử', position: null, signature: SIGNED },
    ...given,
  }
}

export function minutesItem(
  body: Readonly<Record<string, unknown>>,
  given: Partial<OutboxItem> = {},
): OutboxItem {
  return { ...checksItem('x', { kind: 'inspection' }), body: minutesBody(body), ...given }
}

export const FINDING = {
  ...{ severity: 'major' as const, text: 'Không có nhật ký', action: 'Lập nhật ký' },
  dueOn: '2026-07-01',
} as const

type Rows = readonly (readonly WrittenCell[])[]

/** A workbook of sheets given as rows, the first of each its headings. */
export async function workbookOf(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const written = Object.entries(sheets).map(([sheetName, [head = [], ...rows]]) => ({
    sheetName,
    columns: head.map((heading) => ({ heading: String(heading), width: 10 })),
    rows: (async function* () {
      yield rows
    })(),
  }))
  for await (const chunk of writeWorkbook({ sheets: written })) chunks.push(chunk)
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

/** What the device of whoever is signed in keeps. */
export async function kitOf(app: PortalApp): Promise<FieldKit> {
  return (await app.get('/app/kit')).response.json() as Promise<FieldKit>
}
