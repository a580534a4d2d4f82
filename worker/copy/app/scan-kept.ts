import type { LocalText } from '../../lib/text/local-text.ts'

/** What the scanner keeps on the phone for want of a network, and how old it is. */
export const SCAN_KEPT_COPY = {
  kept: { vi: 'Để dùng khi không có mạng', en: 'For use without a network', zh: '离线使用' },
  prepare: { vi: 'Chuẩn bị dùng không mạng', en: 'Prepare for no network', zh: '准备离线使用' },
  preparing: { vi: 'Đang tải…', en: 'Fetching…', zh: '正在下载…' },
  listsAsOf: {
    vi: 'Danh sách trạng thái: lúc {at}, dùng đến {until}.',
    en: 'Status lists: of {at}, good until {until}.',
    zh: '状态名单：{at}，有效至 {until}。',
  },
  listsOver: {
    vi: 'Danh sách trạng thái đã hết hạn từ {until}: không mạng thì chưa biết.',
    en: 'The status lists ran out at {until}: without a network nobody knows.',
    zh: '状态名单已于 {until} 过期：离线时结果未知。',
  },
  noLists: {
    vi: 'Chưa có khóa và danh sách: không mạng thì chưa biết. Chuẩn bị khi có mạng.',
    en: 'No keys and lists yet: without a network nobody knows. Prepare while there is one.',
    zh: '尚无密钥和名单：离线时结果未知。请联网时准备。',
  },
  registerOf: {
    vi: 'Sổ lô hàng: {n} lô, lúc {at}.',
    en: 'Register: {n} batches, of {at}.',
    zh: '登记簿：{n} 批，{at}。',
  },
  registerCut: {
    vi: 'Địa bàn có nhiều lô hơn máy giữ được: chỉ giữ các lô mới nhất.',
    en: 'The area has more batches than a phone keeps: only a part is here.',
    zh: '辖区批次过多，本机仅保存一部分。',
  },
  listRefused: {
    vi: 'Một danh sách tải về bị từ chối ({why}). Máy giữ bản cũ. Thử mạng khác; nếu vẫn vậy, báo người quản trị.',
    en: 'A fetched list was refused ({why}). The old one stays. Try another network; if it goes on, tell the administrator.',
    zh: '下载的名单被拒绝（{why}），保留旧版。请换网络再试；如仍如此，请告知管理员。',
  },
  refreshOffline: {
    vi: 'Chưa tải được. Những gì có trong máy vẫn còn.',
    en: 'Could not be fetched. What is on this phone stays.',
    zh: '未能下载。本机已有内容保留。',
  },
  prepared: {
    vi: 'Đã có đủ trong máy để quét không cần mạng.',
    en: 'All that is needed without a network is on this phone.',
    zh: '离线扫描所需内容已存入本机。',
  },
} as const satisfies Record<string, LocalText>
