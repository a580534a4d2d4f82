import { isLabelCode } from '../../domain/label/subject.ts'
import type { CertificateFacts } from '../../domain/standing/certificate-standing.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

const WITHDRAWN: LocalText = {
  vi: 'Mã số này đã được rút vì nhập nhầm nên không cấp giấy xác nhận.',
  en: 'This code was taken back as entered by mistake, so no certificate is issued.',
  zh: '该代码因误录已撤回，不能颁发证书。',
}
const NOT_PRINTABLE: LocalText = {
  vi: 'Mã số này viết khác dạng in được trên mã QR nên không cấp được giấy xác nhận.',
  en: 'This code is not spelled in a way a QR label can carry, so no certificate can be issued.',
  zh: '该代码的写法无法印入二维码，不能颁发证书。',
}
const NOT_ACTIVE: LocalText = {
  vi: 'Mã số này hôm nay không hoạt động ở thị trường nào nên chưa cấp giấy xác nhận. Khi có quyết định cho hoạt động, hãy quay lại đây.',
  en: 'This code is active in no market today, so no certificate is issued. Come back when it is.',
  zh: '该代码今日在任何市场均非有效，暂不颁发证书。待恢复有效后再来办理。',
}

/** Why no certificate of the code may be issued on a day; null when one may. */
export function certificateRefusal(facts: CertificateFacts, today: string): LocalText | null {
  if (facts.withdrawn) return WITHDRAWN
  if (!isLabelCode(facts.code)) return NOT_PRINTABLE
  const active = facts.markets.some((market) => statusOn(facts.events, market, today) === 'active')
  return active ? null : NOT_ACTIVE
}
