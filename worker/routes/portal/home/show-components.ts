import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const TYPED = {
  name: 'Vùng trồng xoài ấp Mỹ Thuận, xã Mỹ Hội Đông, nơi các hộ cùng ghi một sổ nhật ký',
  code: 'VN-AGOR-0012',
  area: '12,5',
  kind: 'growing_area',
  note: 'Đất phù sa ven sông.',
  agreed: '1',
  markets: 'CHN\nEU',
  from: '2026-08-01',
}

const ERRORS = {
  name: 'Không được để trống.',
  code: 'Mã số này đã có người giữ.',
  area: 'Diện tích phải lớn hơn 0.',
  kind: 'Hãy chọn một loại.',
  from: 'Ngày này không có trong lịch.',
  note: 'Dài nhất 500 ký tự.',
  markets: 'Chọn ít nhất một thị trường.',
  agreed: 'Cần xác nhận trước khi ghi.',
  file: 'Tệp không phải KML hay GeoJSON.',
}
const PROBLEM = 'Chưa ghi được. Hãy xem lại các ô có dấu nhắc bên dưới; những gì đã gõ vẫn còn.'

const FORMS = {
  fresh: freshForm(),
  filled: freshForm(TYPED),
  refused: { values: { ...TYPED, name: '', area: '-3' }, errors: ERRORS, problem: PROBLEM },
} as const

/** `GET /portal/components?state=`: sample forms, so that nothing real is shown. */
export function showComponents(portal: Portal): Promise<Response> {
  const asked = portal.c.req.query('state')
  const state = asked === 'filled' || asked === 'refused' ? asked : 'fresh'
  return showPortalPage(portal, { kind: 'portal/components', state, form: FORMS[state] })
}
