import type { WordedReason } from '../domain/standing/reasons.ts'
import type { Language } from '../lib/text/local-text.ts'
import { OPENED_BY_MANY } from './copies.ts'
import type { ReasonParts } from './reason-parts.ts'
import * as en from './reason-phrases/en.ts'
import * as vi from './reason-phrases/vi.ts'
import * as zh from './reason-phrases/zh.ts'

/** One sentence in each language, from the parts of a reason. */
type Sentence<P> = { readonly [L in Language]: (parts: P) => string }

/** Why: every reason of a verdict in its own words. */
export const REASON_SENTENCES: Readonly<Record<WordedReason, Sentence<ReasonParts>>> = {
  malformed: {
    vi: (p) =>
      p.altered
        ? 'Liên kết này không còn đúng như trên tem: đã bị thay đổi khi gửi hoặc sao chép nên không kiểm tra được.'
        : 'Mã quét được bị thiếu hoặc bị hỏng nên chưa kiểm tra được.',
    en: (p) =>
      p.altered
        ? 'This link is no longer the one on the label: it was altered on its way, so it could not be checked.'
        : 'The scanned code is incomplete or damaged, so it could not be checked.',
    zh: (p) =>
      p.altered
        ? '该链接与标签上的不一致：在转发或复制时已被更改，无法核查。'
        : '扫描到的编码不完整或已损坏，无法核查。',
  },
  foreign_host: {
    vi: () => 'Mã này dẫn tới một trang khác, không phải trang của hệ thống này.',
    en: () => 'This code leads to another website, not to this system.',
    zh: () => '此码指向其他网站，并非本系统网址。',
  },
  key_unknown: {
    vi: () => 'Tem được ký bằng một khóa mà hệ thống này không có.',
    en: () => 'The label is signed with a key that this system does not have.',
    zh: () => '标签所用的签名密钥不在本系统中。',
  },
  signature_invalid: {
    vi: () => 'Chữ ký điện tử trên tem không khớp với nội dung in trên tem.',
    en: () => 'The digital signature on the label does not match what the label says.',
    zh: () => '标签上的数字签名与标签内容不符。',
  },
  batch_unknown: {
    vi: () => 'Chữ ký hợp lệ, nhưng hệ thống không có thông tin về lô hàng ghi trên tem.',
    en: () => 'The signature is right, but there is no record of the batch on the label.',
    zh: () => '签名有效，但系统中没有标签所示批次的记录。',
  },
  serial_not_issued: {
    vi: () => 'Chữ ký hợp lệ, nhưng hệ thống không ghi nhận đã phát hành tem mang số này.',
    en: () =>
      'The signature is right, but there is no record that a label with this number was issued.',
    zh: () => '签名有效，但系统中没有签发该序号标签的记录。',
  },
  key_revoked: {
    vi: vi.keyRevoked,
    en: en.keyRevoked,
    zh: zh.keyRevoked,
  },
  label_void: {
    vi: (p) => `Tem này đã bị hủy${vi.on(p)} và không còn hiệu lực.`,
    en: (p) => `This label was voided${en.on(p)} and is no longer valid.`,
    zh: (p) => `该标签已${zh.on(p)}作废，不再有效。`,
  },
  label_stolen: {
    vi: (p) => `Tem này nằm trong số tem được báo mất trộm${vi.on(p)}.`,
    en: (p) => `This label is among labels reported stolen${en.on(p)}.`,
    zh: (p) => `该标签已${zh.on(p)}被报告失窃。`,
  },
  label_recalled: {
    vi: (p) => `Sản phẩm mang tem này đang bị thu hồi${vi.from(p)}.`,
    en: (p) => en.recall('The product with this label', p),
    zh: (p) => `带有此标签的产品${zh.from(p)}实施召回。`,
  },
  batch_recalled: {
    vi: (p) => `Lô hàng này đang bị thu hồi${vi.from(p)}.`,
    en: (p) => en.recall('This batch', p),
    zh: (p) => `该批次${zh.from(p)}实施召回。`,
  },
  batch_expired: {
    vi: (p) =>
      p.expiresOn === null
        ? 'Lô hàng đã quá hạn sử dụng.'
        : `Lô hàng đã quá hạn sử dụng (hạn dùng đến hết ngày ${p.expiresOn}).`,
    en: (p) =>
      p.expiresOn === null
        ? 'This batch is past its expiry date.'
        : `This batch is past its expiry date (${p.expiresOn}).`,
    zh: (p) =>
      p.expiresOn === null ? '该批次已过保质期。' : `该批次已过保质期（保质期至${p.expiresOn}）。`,
  },
  growing_area_not_active_when_packed: {
    vi: (p) => vi.notActive(vi.AREA, p),
    en: (p) => en.notActive(en.AREA, p),
    zh: (p) => zh.notActive(zh.AREA, p),
  },
  packing_house_not_active_when_packed: {
    vi: (p) => vi.notActive(vi.HOUSE, p),
    en: (p) => en.notActive(en.HOUSE, p),
    zh: (p) => zh.notActive(zh.HOUSE, p),
  },
  pre_harvest_interval_breached: {
    vi: vi.breached,
    en: en.breached,
    zh: zh.breached,
  },
  residue_exceeded: {
    vi: (p) =>
      `Mẫu kiểm nghiệm của lô hàng${p.since === null ? '' : `, lấy ngày ${p.since},`} vượt mức cho phép.`,
    en: (p) =>
      `A sample of this batch${p.since === null ? '' : `, taken on ${p.since},`} was above the permitted limit.`,
    zh: (p) => `该批次${p.since === null ? '' : `于${p.since}`}所取样品的检测结果超过限量。`,
  },
  code_use_not_authorised: {
    vi: (p) =>
      p.objection != null
        ? `Mã số ${p.codeNo ?? ''}: ${p.objection}`
        : `Lô hàng dùng ${p.codeNo === null ? 'một mã số' : `mã số ${p.codeNo}`} khi chưa được phép${vi.forMarket(p)}${vi.noted(p)}.`,
    en: (p) =>
      p.objection != null
        ? `Code ${p.codeNo ?? ''}: ${p.objection}`
        : `This batch uses ${p.codeNo === null ? 'a code' : `code ${p.codeNo}`} without authorisation${en.forMarket(p)}${en.noted(p)}.`,
    zh: (p) =>
      p.objection != null
        ? `注册编号 ${p.codeNo ?? ''}：${p.objection}`
        : `该批次未经授权使用注册编号${p.codeNo === null ? '' : ` ${p.codeNo}`}${zh.forMarket(p)}${zh.noted(p)}。`,
  },
  label_lost: {
    vi: (p) => `Tem này nằm trong số tem được báo thất lạc${vi.on(p)}.`,
    en: (p) => `This label is among labels reported lost${en.on(p)}.`,
    zh: (p) => `该标签已${zh.on(p)}被报告遗失。`,
  },
  growing_area_suspended: {
    vi: (p) => vi.changed(vi.AREA, 'bị tạm dừng', p),
    en: (p) => en.changed(en.AREA, 'was suspended', p),
    zh: (p) => zh.changed(zh.AREA, '被暂停', p),
  },
  growing_area_revoked: {
    vi: (p) => vi.changed(vi.AREA, 'bị thu hồi', p),
    en: (p) => en.changed(en.AREA, 'was revoked', p),
    zh: (p) => zh.changed(zh.AREA, '被撤销', p),
  },
  growing_area_cancelled: {
    vi: (p) => vi.changed(vi.AREA, 'bị hủy', p),
    en: (p) => en.changed(en.AREA, 'was cancelled', p),
    zh: (p) => zh.changed(zh.AREA, '被注销', p),
  },
  packing_house_suspended: {
    vi: (p) => vi.changed(vi.HOUSE, 'bị tạm dừng', p),
    en: (p) => en.changed(en.HOUSE, 'was suspended', p),
    zh: (p) => zh.changed(zh.HOUSE, '被暂停', p),
  },
  packing_house_revoked: {
    vi: (p) => vi.changed(vi.HOUSE, 'bị thu hồi', p),
    en: (p) => en.changed(en.HOUSE, 'was revoked', p),
    zh: (p) => zh.changed(zh.HOUSE, '被撤销', p),
  },
  packing_house_cancelled: {
    vi: (p) => vi.changed(vi.HOUSE, 'bị hủy', p),
    en: (p) => en.changed(en.HOUSE, 'was cancelled', p),
    zh: (p) => zh.changed(zh.HOUSE, '被注销', p),
  },
  copy_suspected: {
    vi: (p) =>
      p.counted === true
        ? OPENED_BY_MANY.vi(p.since)
        : `Có dấu hiệu tem này bị sao chép${vi.noted(p)}.`,
    en: (p) =>
      p.counted === true
        ? OPENED_BY_MANY.en(p.since)
        : `There are signs that this label has been copied${en.noted(p)}.`,
    zh: (p) =>
      p.counted === true ? OPENED_BY_MANY.zh(p.since) : `有迹象表明该标签被复制${zh.noted(p)}。`,
  },
  producer_suspended: {
    vi: (p) => `Đơn vị sản xuất lô hàng này đang bị tạm dừng${vi.from(p)}.`,
    en: (p) =>
      p.since === null
        ? 'The producer of this batch is suspended.'
        : `The producer of this batch has been suspended since ${p.since}.`,
    zh: (p) => `该批次的生产者${zh.from(p)}处于暂停状态。`,
  },
  packed_for_export: {
    vi: () => 'Lô hàng được đóng gói để xuất khẩu, không phải để bán trong nước.',
    en: () => 'This batch was packed for export, not for sale in Vietnam.',
    zh: () => '该批次为出口包装，不供越南国内销售。',
  },
  code_use_unconfirmed: {
    vi: (p) =>
      `Chưa có xác nhận rằng chủ ${p.codeNo === null ? 'mã số' : `mã số ${p.codeNo}`} cho phép lô hàng này dùng mã.`,
    en: (p) =>
      `There is no confirmation that the holder of ${p.codeNo === null ? 'the code' : `code ${p.codeNo}`} let this batch use it.`,
    zh: (p) =>
      `尚无编号持有人同意该批次使用注册编号${p.codeNo === null ? '' : ` ${p.codeNo} `}的确认。`,
  },
  code_use_allowed: {
    vi: (p) =>
      `${vi.allowedBy(p)} cho phép lô hàng này dùng ${p.codeNo === null ? 'mã số' : `mã số ${p.codeNo}`}${vi.on(p)}${vi.because(p)}.`,
    en: (p) =>
      `${en.allowedBy(p)} allowed this batch to use ${p.codeNo === null ? 'the code' : `code ${p.codeNo}`}${en.on(p)}${en.because(p)}.`,
    zh: (p) =>
      `${zh.allowedBy(p)}${zh.on(p)}准许该批次使用注册编号${p.codeNo === null ? '' : ` ${p.codeNo}`}${zh.because(p)}。`,
  },
  interval_overridden: {
    vi: (p) =>
      `Lô hàng thu hoạch khi chưa hết thời gian cách ly; ${vi.allowedBy(p)} cho phép bán${vi.on(p)}${vi.because(p)}.`,
    en: (p) =>
      `Harvested before the pre-harvest interval had passed; ${en.allowedBy(p)} allowed its sale${en.on(p)}${en.because(p)}.`,
    zh: (p) => `采收时农药安全间隔期未满；${zh.allowedBy(p)}${zh.on(p)}准许销售${zh.because(p)}。`,
  },
}

/** By what document it was decided. */
export const DOCUMENT: Sentence<string> = {
  vi: (documentNo) => `Theo văn bản số ${documentNo}.`,
  en: (documentNo) => `Document no. ${documentNo}.`,
  zh: (documentNo) => `文件编号：${documentNo}。`,
}

/** The words of the body that published it. */
export const QUOTATION: Sentence<string> = {
  vi: (wording) => `Nội dung công bố: “${wording}”`,
  en: (wording) => `Published wording: “${wording}”`,
  zh: (wording) => `公布内容：“${wording}”`,
}
