/**
 * The notice that is handed to the households of a growing area. It is read in Vietnam, by farmers,
 * so it is in Vietnamese whatever language the officer works in. `{…}` are filled in.
 */
export const HOUSEHOLD_NOTICE = {
  title: 'Thông báo',
  basis: 'Căn cứ văn bản số {number}.',
  reason: 'Nội dung công bố: “{text}”',
  todoTitle: 'Các hộ cần làm',
  contact: 'Hỏi: {name}. Điện thoại: {phone}',
  noPhone: '……………………………',
  qrNote: 'Quét mã này để xem trạng thái mới nhất của mã số.',
  printed: 'In lúc {time}. Trạng thái có thể thay đổi sau đó.',
  holder: 'chủ vùng trồng',
} as const

export type NoticeCase = 'granted' | 'restored' | 'suspended' | 'ended' | 'waiting'

const DIARY =
  'Ghi nhật ký ngay trong ngày làm: bón phân, phun thuốc (tên thuốc, liều lượng), thu hoạch. Không ghi lùi ngày.'
const SPRAY =
  'Chỉ dùng thuốc được phép. Đủ số ngày cách ly ghi trên nhãn thuốc mới thu hoạch; chưa đủ thì không hái.'
const LENDING =
  'Không cho ai mượn, thuê hay mua mã số. Không trộn hàng ngoài vùng vào hàng của vùng.'
const SELLING = 'Bán qua {holder} hoặc cơ sở đóng gói có mã số, và giữ giấy giao hàng.'

/** What is told in each case: in one sentence, what it means, and what each household does. */
export const NOTICE_CASES: Readonly<
  Record<
    NoticeCase,
    { readonly lead: string; readonly meaning: readonly string[]; readonly todo: readonly string[] }
  >
> = {
  granted: {
    lead: 'Mã số vùng trồng {code} ({site}) được phép dùng cho {market} từ ngày {date}.',
    meaning: [
      'Nông sản thu hoạch trong vùng được mang mã số này khi bán vào {market}.',
      'Mã số là của chung cả vùng. Một hộ làm sai, cả vùng có thể bị tạm dừng.',
    ],
    todo: [DIARY, SPRAY, LENDING, SELLING],
  },
  restored: {
    lead: 'Mã số vùng trồng {code} ({site}) hoạt động trở lại cho {market} từ ngày {date}.',
    meaning: [
      'Nông sản thu hoạch trong vùng lại được mang mã số này khi bán vào {market}.',
      'Những việc đã khắc phục cần được giữ; nếu tái phạm, mã số có thể bị thu hồi.',
    ],
    todo: [DIARY, SPRAY, LENDING, SELLING],
  },
  suspended: {
    lead: 'Mã số vùng trồng {code} ({site}) bị tạm dừng cho {market} từ ngày {date}.',
    meaning: [
      'Từ ngày đó, không đóng gói nông sản của vùng theo mã số này để bán vào {market}.',
      'Việc tạm dừng này chỉ nói về {market}. Trạng thái ở thị trường khác, xem bằng mã QR.',
    ],
    todo: [
      'Không giao hàng theo mã số này cho người mua vào {market}, cho đến khi có thông báo mới.',
      'Làm các việc khắc phục theo hướng dẫn của cán bộ và ghi lại trong nhật ký.',
      'Không mượn mã số của vùng khác để bán hàng của vùng mình.',
      DIARY,
    ],
  },
  ended: {
    lead: 'Mã số vùng trồng {code} ({site}) {status} cho {market} từ ngày {date}.',
    meaning: [
      'Từ ngày đó, không dùng mã số này cho hàng bán vào {market}.',
      'Muốn bán lại vào {market}, {holder} phải làm hồ sơ xin cấp lại.',
    ],
    todo: [
      'Không giao hàng theo mã số này cho người mua vào {market}.',
      'Không in, không dán tem có mã số này cho hàng bán vào {market}.',
      'Không mượn mã số của vùng khác để bán hàng của vùng mình.',
      'Giữ nhật ký và giấy giao hàng cũ để đối chiếu khi cần.',
    ],
  },
  waiting: {
    lead: 'Mã số vùng trồng {code} ({site}) đang chờ nước nhập khẩu chấp thuận cho {market}, từ ngày {date}.',
    meaning: [
      'Chưa được dùng mã số này cho hàng bán vào {market}.',
      'Khi có kết quả, cơ quan quản lý sẽ thông báo.',
    ],
    todo: [
      'Chưa giao hàng theo mã số này cho người mua vào {market}.',
      DIARY,
      SPRAY,
      'Giữ vườn sạch, dọn quả rụng, theo dõi sâu bệnh để sẵn sàng khi có đoàn kiểm tra.',
    ],
  },
}

/** The second sheet, for households to sign that they know. */
export const SIGNATURE_SHEET = {
  title: 'Danh sách hộ đã nhận thông báo về mã số {code}',
  number: 'Số',
  name: 'Họ và tên chủ hộ',
  plot: 'Thửa, vườn',
  signed: 'Ký nhận, ngày',
  more: 'Còn các hộ khác; xem danh sách đầy đủ của vùng trong trang làm việc.',
} as const
