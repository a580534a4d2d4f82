import type { HouseholdFacts } from '../../../db/queries/sites-households.ts'
import type { ImportResult } from '../../domain/lists/records/import-result.ts'
import { areaField, countField } from '../../domain/lists/records/number-fields.ts'
import { readRecordsInSteps } from '../../domain/lists/records/read-records.ts'
import { type RowContext, requiredText, textField } from '../../domain/lists/records/row-context.ts'
import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { SHEET_LIMITS, type SheetLimits } from '../../lib/sheet/limits.ts'
import { readWorkbookInSteps } from '../../lib/sheet/read-workbook.ts'
import { type TableSpec, words } from '../../lib/sheet/table/table-spec.ts'
import type { Steps } from '../../lib/steps/steps.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

export const MOST_HOUSEHOLDS = 10_000

const MIB = 1024 * 1024
/** A list of households, not a province's: what a page can read while somebody waits. */
const LIMITS: SheetLimits = {
  ...SHEET_LIMITS,
  ...{ maxFileBytes: 5 * MIB, maxEntryBytes: 40 * MIB, maxTotalBytes: 60 * MIB },
  ...{ maxRows: MOST_HOUSEHOLDS + 100, maxSheets: 20 },
  ...{ maxCells: 500_000, maxTextLength: 10_000_000 },
}

/** What each column is headed where the list is written out. */
export const HOUSEHOLD_HEADINGS = [
  'Họ tên chủ hộ',
  'Thửa',
  'Diện tích (ha)',
  'Số cây',
  'Điện thoại',
]

const SPEC: TableSpec = {
  id: 'households',
  title: 'danh sách hộ',
  keyColumn: 'name',
  columns: [
    {
      id: 'name',
      label: 'Họ tên chủ hộ',
      required: true,
      synonyms: words(
        'Họ và tên | Họ tên | Tên hộ | Chủ hộ | Tên chủ hộ | Hộ | Họ và tên chủ hộ | Hộ nông dân',
        'Tên | Nông hộ | Tên nông hộ | Tên thành viên | Household | Name | Household name',
      ),
    },
    {
      id: 'plot',
      label: 'Thửa',
      synonyms: words('Lô | Lô/thửa | Số thửa | Thửa đất | Vị trí thửa | Địa chỉ | Ấp | Plot'),
    },
    {
      id: 'areaHa',
      label: 'Diện tích',
      additive: 'area',
      synonyms: words('Diện tích trồng | Diện tích canh tác | DT | Area | Area ha'),
    },
    {
      id: 'treeCount',
      label: 'Số cây',
      additive: 'number',
      synonyms: words('Số lượng cây | Cây | Số gốc | Trees | Tree count'),
    },
    {
      id: 'phone',
      label: 'Điện thoại',
      synonyms: words('Số điện thoại | SĐT | ĐT | Di động | Phone | Telephone'),
    },
  ],
}

/** The households in an xlsx or csv file, or in text pasted from a spreadsheet. */
export function* readHouseholdSheet(input: {
  readonly bytes: Uint8Array
  readonly fileName: string
}): Steps<ImportResult<HouseholdFacts>> {
  const { bytes, fileName } = input
  const reading = yield* readWorkbookInSteps(bytes, { fileName, limits: LIMITS })
  return reading.ok ? yield* readRecordsInSteps(reading.workbook, SPEC, householdOf) : reading
}

function householdOf(row: RowContext): HouseholdFacts | null {
  const name = requiredText(row, 'name')
  const area = areaField(row, 'areaHa')
  const treeCount = countField(row, 'treeCount')
  if (name === null) return null
  return {
    name,
    nameFolded: foldVietnamese(name),
    plot: textField(row, 'plot'),
    areaHa: area === null ? null : numberOfDecimal(area.areaHa),
    treeCount,
    phone: phoneOf(textField(row, 'phone')),
  }
}

/** Spreadsheets take the zero off the front of a telephone number. */
function phoneOf(text: string | null): string | null {
  return text !== null && /^[1-9]\d{8}$/.test(text) ? `0${text}` : text
}
