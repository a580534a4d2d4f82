import type { LocalText } from '../../lib/text/local-text.ts'

/** Why no certificate or notice of a code is printed. */
export const CERTIFICATE_REFUSALS = {
  noHouseholds: {
    vi: 'Thông báo cho hộ chỉ dùng cho mã số vùng trồng; mã số này là của cơ sở đóng gói.',
    en: 'A notice to households is for growing areas; this code is of a packing house.',
    zh: '农户通知仅适用于种植区注册编号；该注册编号属于包装厂。',
  },
  withdrawn: {
    vi: 'Mã số này đã được rút vì nhập nhầm nên không cấp giấy xác nhận.',
    en: 'This code was taken back as entered by mistake, so no certificate is issued.',
    zh: '该注册编号因误录已撤回，不能颁发证书。',
  },
  notPrintable: {
    vi: 'Mã số này viết khác dạng in được trên mã QR nên không cấp được giấy xác nhận.',
    en: 'This code is not spelled in a way a QR label can carry, so no certificate can be issued.',
    zh: '该注册编号的写法无法印入二维码，不能颁发证书。',
  },
  notActive: {
    vi: 'Mã số này hôm nay không hoạt động ở thị trường nào nên chưa cấp giấy xác nhận. Khi có quyết định cho hoạt động, hãy quay lại đây.',
    en: 'This code is active in no market today, so no certificate is issued. Come back when it is.',
    zh: '该注册编号今日在任何市场均非有效，暂不颁发证书。待恢复有效后再来办理。',
  },
  noneChosen: {
    vi: 'Hãy chọn ít nhất một mã số.',
    en: 'Choose at least one code.',
    zh: '请至少选择一个注册编号。',
  },
  tooMany: {
    vi: 'Mỗi lần in nhiều nhất 200 giấy.',
    en: 'At most 200 certificates at a time.',
    zh: '每次最多打印 200 份证书。',
  },
} as const satisfies Record<string, LocalText>
