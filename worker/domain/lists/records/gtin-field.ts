import { hasGs1CheckDigit, isPublicGtin14 } from '../../label/gtin.ts'
import { type RowContext, refuse, textField } from './row-context.ts'

/**
 * A GTIN of 8, 12, 13 or 14 digits as 14 digits, or null when blank. Refuses a wrong check digit and
 * numbers that may not leave a company (GS1 General Specifications 1.4.2).
 */
export function readGtin(context: RowContext): string | null {
  const text = textField(context, 'gtin')
  if (text === null) return null
  const digits = text.replace(/[\s.-]/g, '')
  if (/^\d(?:[.,]?\d*)e\+?\d+$/i.test(text.replace(/\s/g, ''))) {
    return refuse(context, 'gtin', 'GTIN bị rút gọn kiểu 8,9E+12; hãy định dạng ô là văn bản.')
  }
  if (!/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits)) {
    return refuse(context, 'gtin', 'GTIN phải có 8, 12, 13 hoặc 14 chữ số.')
  }
  const gtin = digits.padStart(14, '0')
  if (!hasGs1CheckDigit(gtin)) return refuse(context, 'gtin', 'Sai số kiểm tra của GTIN.')
  return isPublicGtin14(gtin)
    ? gtin
    : refuse(context, 'gtin', 'GTIN này chỉ dùng nội bộ, không được ghi trên nhãn lưu thông.')
}
