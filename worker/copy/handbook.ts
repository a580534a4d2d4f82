import type { LocalText } from '../lib/text/local-text.ts'

/** The handbook: what a market asks of a crop, for everybody. */
export const HANDBOOK_COPY = {
  title: { vi: 'Cẩm nang thị trường', en: 'Market handbook', zh: '市场手册' },
  lead: {
    vi: 'Điều kiện của từng thị trường với từng cây trồng: sinh vật gây hại, mức dư lượng, xử lý, bao bì, hồ sơ.',
    en: 'What each market asks of each crop: pests, residues, treatment, packing, papers.',
    zh: '各市场对各作物的要求：有害生物、残留、处理、包装、文件。',
  },
  empty: { vi: 'Chưa có trang nào.', en: 'No pages yet.', zh: '暂无页面。' },
  pageTitle: { vi: '{crop}: {market}', en: '{crop}: {market}', zh: '{crop}：{market}' },
  asOf: {
    vi: 'Quy định ghi trong hệ thống, có hiệu lực ngày {date}. Trước khi xuất hàng, hãy hỏi lại cơ quan kiểm dịch.',
    en: 'What is on record as holding on {date}. Ask the plant quarantine before you ship.',
    zh: '系统记录的、于 {date} 有效的规定。发货前请向检疫部门核实。',
  },
  none: {
    vi: 'Chưa ghi quy định nào cho cây trồng và thị trường này. Không có nghĩa là thị trường không đòi hỏi gì.',
    en: 'No rules are on record for this crop and market. That does not mean that it asks for nothing.',
    zh: '该作物和市场暂无记录的规定，但并不表示该市场没有要求。',
  },
  doubtful: { vi: 'Chưa kiểm chứng', en: 'Not verified', zh: '未核实' },
  source: { vi: 'Căn cứ: {source}', en: 'Source: {source}', zh: '依据：{source}' },
  since: { vi: 'từ {from}', en: 'from {from}', zh: '自 {from} 起' },
  until: { vi: 'đến hết {to}', en: 'until {to}', zh: '至 {to}' },
  general: { vi: 'quy định chung: {scope}', en: 'in general: {scope}', zh: '通用规定：{scope}' },
  substances: {
    vi: 'Hoạt chất bị cấm, hạn chế',
    en: 'Ingredients banned or limited',
    zh: '禁用、限用成分',
  },
  codes: {
    vi: 'Mã số đang có cho cây trồng và thị trường này',
    en: 'Codes for this crop and market',
    zh: '该作物和市场的注册编号',
  },
  all: { vi: 'Các trang khác của cẩm nang', en: 'All pages of the handbook', zh: '手册其他页面' },
  ofCode: {
    vi: 'Quy định của thị trường',
    en: 'What the market asks',
    zh: '市场规定',
  },
  stale: {
    vi: 'Dữ liệu lúc {time}; hiện chưa đọc được bản mới hơn.',
    en: 'Data of {time}; nothing newer can be read now.',
    zh: '数据时间 {time}，暂时无法读取更新数据。',
  },
} as const satisfies Record<string, LocalText>
