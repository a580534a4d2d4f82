import type { LocalText } from '../../lib/text/local-text.ts'

/** A place held against the outline of its commune. */
export const OUTLINE_COPY = {
  partlyOutside: {
    vi: '{ha} ha ({percent} %) nằm ngoài {commune}. Hãy xem lại ranh giới hoặc tên xã.',
    en: '{ha} ha ({percent} %) lie outside {commune}. Check the boundary or the commune.',
    zh: '{ha} 公顷（{percent}%）位于 {commune} 之外。请核对边界或乡名。',
  },
  outside: {
    vi: 'Toàn bộ ranh giới nằm ngoài {commune}. Hãy kiểm tra tọa độ và tên xã trước khi lưu.',
    en: 'The whole boundary lies outside {commune}. Check the coordinates and the commune before saving.',
    zh: '整个边界都在 {commune} 之外。保存前请核对坐标和乡名。',
  },
  outsideIn: {
    vi: 'Toàn bộ ranh giới nằm ngoài {commune}, trên địa bàn {found}. Hãy kiểm tra tọa độ và tên xã trước khi lưu.',
    en: 'The whole boundary lies outside {commune}, in {found}. Check the coordinates and the commune before saving.',
    zh: '整个边界都在 {commune} 之外，位于 {found} 境内。保存前请核对坐标和乡名。',
  },
  notLoaded: {
    vi: 'Chưa có ranh giới hành chính của {commune} nên chưa đối chiếu được với địa bàn xã.',
    en: 'The outline of {commune} is not loaded, so the boundary was not held against it.',
    zh: '尚无 {commune} 的行政边界，因此未与该乡范围核对。',
  },
} as const satisfies Record<string, LocalText>

/** Why the outline of a unit is not taken, beside the reasons of any boundary. */
export const OUTLINE_PROBLEMS = {
  no_code: {
    vi: 'Không thấy mã đơn vị hành chính. Hãy ghi thuộc tính “ma_xa” hoặc “ma_tinh”, hoặc đặt tên tệp theo mã.',
    en: 'There is no unit number. Give a property “ma_xa” or “ma_tinh”, or name the file by it.',
    zh: '未找到行政单位代码。请提供属性“ma_xa”或“ma_tinh”，或以代码命名文件。',
  },
  unclear_code: {
    vi: 'Mã “{typed}” không rõ là tỉnh hay xã. Hãy ghi đủ chữ số: tỉnh 2, xã 5.',
    en: 'The number “{typed}” could be a province’s or a commune’s. Write all digits: 2 or 5.',
    zh: '代码“{typed}”无法判断是省还是乡。请写全位数：省 2 位，乡 5 位。',
  },
  unknown_code: {
    vi: 'Không có tỉnh, xã nào đang có mã này.',
    en: 'No province or commune in force has this number.',
    zh: '现行省、乡中没有此代码。',
  },
  other_name: {
    vi: 'Mã này nay là {unit}, trong tệp ghi “{name}”. Tệp có thể theo địa giới cũ; nếu chắc mã đúng, thêm --trust-codes.',
    en: 'This number is now {unit}, the file says “{name}”. It may show old borders; if the numbers are right, add --trust-codes.',
    zh: '此代码现为 {unit}，文件中为“{name}”。文件可能是旧区划；如确认代码无误，请加 --trust-codes。',
  },
  outline_too_large: {
    vi: 'Ranh giới nặng hơn 5 MB. Hãy giảm bớt điểm.',
    en: 'The outline is over 5 MB. Simplify it.',
    zh: '边界超过 5 MB，请简化。',
  },
  twice: {
    vi: 'Mã này đã có ở tệp {file}; phần sau bị bỏ qua.',
    en: 'This number was already in {file}; the later one is left out.',
    zh: '此代码已出现在文件 {file} 中，后者被忽略。',
  },
  unreadable: {
    vi: 'Không đọc được tệp.',
    en: 'The file cannot be read.',
    zh: '无法读取文件。',
  },
  file_too_large: {
    vi: 'Tệp lớn hơn {mb} MB. Hãy tách theo tỉnh.',
    en: 'The file is over {mb} MB. Split it by province.',
    zh: '文件超过 {mb} MB，请按省拆分。',
  },
} as const satisfies Record<string, LocalText>
