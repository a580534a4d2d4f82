import { groupThousands } from '../measure/group-thousands.ts'
import type { OldTextFinding } from './old-text.ts'

/** Why a file cannot be read at all. */
export type SheetProblemCode =
  | 'empty_file'
  | 'file_too_large'
  | 'old_excel'
  | 'encrypted'
  | 'macros'
  | 'binary_workbook'
  | 'open_document'
  | 'pdf'
  | 'image'
  | 'web_page'
  | 'other_document'
  | 'not_a_sheet'
  | 'broken_zip'
  | 'broken_xml'
  | 'doctype'
  | 'zip_bomb'
  | 'too_many_rows'
  | 'too_many_sheets'
  | 'too_many_cells'
  | 'too_much_text'
  | 'cell_too_long'
  | 'open_quote'
  | 'only_hidden'
  | 'no_table'
  | 'missing_column'

export interface SheetProblem {
  readonly code: SheetProblemCode
  /** One or two sentences in Vietnamese: what is wrong and what to do. */
  readonly message: string
  /** Texts in an old encoding, which may be why it could not be read. */
  readonly oldText?: OldTextFinding
}

const SAVE_AS =
  'Hãy mở bằng Excel, chọn “Lưu thành” (Save As), kiểu Excel Workbook (.xlsx), rồi nhập lại.'

/** `nhiều nhất 30.000 dòng`: the bound that a file passed, for its sentence. */
export function atMost(most: number, unit: string): string {
  return `Nhiều nhất ${groupThousands(String(most), '.')} ${unit}.`
}

/** The sentence for each problem. */
export const PROBLEM_MESSAGES = {
  empty_file: 'Tệp trống, không có nội dung.',
  file_too_large: 'Tệp quá lớn. Hãy chia thành nhiều tệp nhỏ hơn.',
  old_excel: `Đây là tệp Excel đời cũ (.xls). ${SAVE_AS}`,
  encrypted: 'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi nhập lại.',
  macros: `Tệp có chứa macro nên không nhận, để giữ an toàn. ${SAVE_AS}`,
  binary_workbook: `Đây là tệp Excel nhị phân (.xlsb). ${SAVE_AS}`,
  open_document: `Đây là tệp OpenDocument (.ods). ${SAVE_AS}`,
  pdf: 'Đây là tệp PDF, không phải bảng tính. Hãy nhập từ tệp Excel (.xlsx) hoặc CSV gốc.',
  image: 'Đây là tệp ảnh, không phải bảng tính. Hãy nhập từ tệp Excel (.xlsx) hoặc CSV.',
  web_page: `Đây là trang web (có thể là trang đăng nhập) được lưu đuôi bảng tính, không phải tệp Excel. Hãy tải lại tệp. Nếu đúng là bảng cần nhập: ${SAVE_AS}`,
  other_document: 'Đây không phải bảng tính. Hãy nhập từ tệp Excel (.xlsx) hoặc CSV.',
  not_a_sheet: 'Không nhận ra nội dung tệp. Hãy nhập từ tệp Excel (.xlsx) hoặc CSV.',
  broken_zip: 'Tệp Excel bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp gốc rồi nhập lại.',
  broken_xml: 'Tệp Excel có phần bị hỏng bên trong. Hãy mở bằng Excel, lưu lại rồi nhập lại.',
  doctype: 'Tệp có khai báo lạ bên trong (DTD) mà Excel không bao giờ tạo ra, nên không nhận.',
  zip_bomb: 'Tệp nén bung ra quá lớn so với mức cho phép, nên không nhận.',
  too_many_rows: 'Tệp có quá nhiều dòng. Hãy chia thành nhiều tệp nhỏ hơn.',
  too_many_sheets: 'Tệp có quá nhiều trang tính. Hãy tách bớt rồi nhập lại.',
  too_many_cells: 'Tệp có quá nhiều ô. Hãy bỏ các cột không cần hoặc chia thành nhiều tệp nhỏ hơn.',
  too_much_text: 'Tệp có quá nhiều chữ. Hãy chia thành nhiều tệp nhỏ hơn.',
  cell_too_long: 'Tệp có ô quá dài.',
  open_quote: 'Tệp có dấu ngoặc kép (") mở ra mà không đóng, nên các dòng sau bị dính vào một ô.',
  only_hidden:
    'Mọi trang tính của tệp đều đang ẩn nên không có gì để đọc. Hãy bỏ ẩn trang cần nhập, lưu lại rồi gửi.',
  no_table: 'Tệp không có bảng nào để đọc.',
} as const satisfies Partial<Record<SheetProblemCode, string>>

/** Thrown inside the reader and turned into a returned problem at its door. */
export class SheetProblemError extends Error {
  readonly problem: SheetProblem

  /** `detail` is told after the sentence of the problem: the bound that was passed, or where. */
  constructor(code: keyof typeof PROBLEM_MESSAGES, internal: string, detail = '') {
    super(`${code}: ${internal}`)
    this.name = 'SheetProblemError'
    this.problem = { code, message: `${PROBLEM_MESSAGES[code]} ${detail}`.trimEnd() }
  }
}
