import type { CodeStatus } from '../standing/types.ts'
import type { ReasonParts, ReasonSentences } from './reason-parts.ts'

const STATUS_WHEN_PACKED: Readonly<Record<CodeStatus, string>> = {
  pending_foreign_approval: '尚待进口国批准',
  active: '未确认为有效',
  suspended: '处于暂停状态',
  revoked: '已被撤销',
  cancelled: '已被注销',
  expired: '已过有效期',
  none: '尚未获批',
}

const AREA = '种植区代码'
const HOUSE = '包装厂代码'

/** Why, in Simplified Chinese. */
export const REASONS_ZH: ReasonSentences = {
  malformed: (p) =>
    p.altered
      ? '该链接与标签上的不一致：在转发或复制时已被更改，无法核查。'
      : '扫描到的编码不完整或已损坏，无法核查。',
  foreign_host: () => '此码指向其他网站，并非本系统网址。',
  key_unknown: () => '标签所用的签名密钥不在本系统中。',
  signature_invalid: () => '标签上的数字签名与标签内容不符。',
  batch_unknown: () => '签名有效，但系统中没有标签所示批次的记录。',
  serial_not_issued: () => '签名有效，但系统中没有签发该序号标签的记录。',
  key_revoked: keyRevoked,
  label_void: (p) => `该标签已${on(p)}作废，不再有效。`,
  label_stolen: (p) => `该标签已${on(p)}被报告失窃。`,
  label_recalled: (p) => `带有此标签的产品${from(p)}正在召回。`,
  batch_recalled: (p) => `该批次${from(p)}正在召回。`,
  batch_expired: (p) =>
    p.expiresOn === null ? '该批次已过保质期。' : `该批次已过保质期（保质期至${p.expiresOn}）。`,
  growing_area_not_active_when_packed: (p) => notActive(AREA, p),
  packing_house_not_active_when_packed: (p) => notActive(HOUSE, p),
  pre_harvest_interval_breached: breached,
  code_use_not_authorised: (p) =>
    `该批次未经授权使用代码${p.codeNo === null ? '' : ` ${p.codeNo}`}${forMarket(p)}${noted(p)}。`,
  label_lost: (p) => `该标签已${on(p)}被报告遗失。`,
  growing_area_suspended: (p) => changed(AREA, '被暂停', p),
  growing_area_revoked: (p) => changed(AREA, '被撤销', p),
  growing_area_cancelled: (p) => changed(AREA, '被注销', p),
  packing_house_suspended: (p) => changed(HOUSE, '被暂停', p),
  packing_house_revoked: (p) => changed(HOUSE, '被撤销', p),
  packing_house_cancelled: (p) => changed(HOUSE, '被注销', p),
  copy_suspected: (p) => `有迹象表明该标签被复制${noted(p)}。`,
  producer_suspended: (p) => `该批次的生产者${from(p)}处于暂停状态。`,
  packed_for_export: () => '该批次为出口包装，不供越南国内销售。',
  code_use_unconfirmed: (p) =>
    `尚无编号持有人同意该批次使用注册编号${p.codeNo === null ? '' : ` ${p.codeNo} `}的确认。`,
  code_use_allowed: (p) =>
    `${allowedBy(p)}${on(p)}准许该批次使用注册编号${p.codeNo === null ? '' : ` ${p.codeNo}`}${because(p)}。`,
  interval_overridden: (p) =>
    `采收时农药安全间隔期未满；${allowedBy(p)}${on(p)}准许销售${because(p)}。`,
  document: (documentNo) => `文件编号：${documentNo}。`,
  quotation: (wording) => `公布内容：“${wording}”`,
}

function on(p: ReasonParts): string {
  return p.since === null ? '' : `于${p.since}`
}

function from(p: ReasonParts): string {
  return p.since === null ? '' : `自${p.since}起`
}

function noted(p: ReasonParts): string {
  return p.since === null ? '' : `（${p.since}记录）`
}

function allowedBy({ allowance }: ReasonParts): string {
  return allowance?.by ?? '主管机构'
}

function because({ allowance }: ReasonParts): string {
  return allowance === null ? '' : `，理由：“${allowance.reason}”`
}

function forMarket(p: ReasonParts): string {
  return p.market === null ? '' : `（${p.market}）`
}

function withCode(name: string, p: ReasonParts): string {
  return p.codeNo === null ? name : `${name} ${p.codeNo}`
}

function notActive(name: string, p: ReasonParts): string {
  const since = p.since === null ? '' : `（自${p.since}起）`
  return `包装当日，${withCode(name, p)}${forMarket(p)}${STATUS_WHEN_PACKED[p.status ?? 'active']}${since}。`
}

function changed(name: string, what: string, p: ReasonParts): string {
  return `该批次包装之后，${withCode(name, p)}${forMarket(p)}${on(p)}${what}。`
}

function breached({ breach }: ReasonParts): string {
  const risk = '农药残留可能尚未降至食品安全限量以下。'
  if (breach === null) return `采收时农药安全间隔期未满。${risk}`
  return `${breach.sprayedOn}施用${breach.productName}后，安全间隔期为${breach.intervalDays}天；${breach.harvestedOn}采收时间隔期未满。${risk}`
}

function keyRevoked(p: ReasonParts): string {
  const fact = `签署该标签的密钥已被撤销${p.since === null ? '' : `（自${p.since}起）`}。`
  if (p.severity === null) return fact
  return p.severity === 'notice'
    ? `${fact}该标签在此之前签发，仍为真实标签。`
    : `${fact}该标签并非在此之前签发。`
}
