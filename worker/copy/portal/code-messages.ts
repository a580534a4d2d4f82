import type { LocalText } from '../../lib/text/local-text.ts'

/** What the holder of a code is told, in the portal and by letter. */
export const CODE_MESSAGES = {
  decided: {
    vi: 'Mã số {code}, {market}: {status}',
    en: 'Code {code}, {market}: {status}',
    zh: '注册编号 {code}，{market}：{status}',
  },
  decidedBody: {
    vi: 'Từ ngày {on}, tình trạng của mã số {code} (“{site}”) ở thị trường {market} là “{status}”. Lý do: {reason} Văn bản: {document}. Các thị trường khác của mã này không đổi.',
    en: 'From {on} the code {code} (“{site}”) is “{status}” for {market}. Reason: {reason} Document: {document}. Its other markets are as they were.',
    zh: '自{on}起，注册编号 {code}（“{site}”）针对{market}的状态为“{status}”。原因：{reason} 文件：{document}。其他市场不变。',
  },
  decidedMany: {
    vi: '{count} quyết định về mã số của đơn vị',
    en: '{count} decisions on your codes',
    zh: '关于贵单位注册编号的 {count} 项决定',
  },
  decidedManyBody: {
    vi: 'Cơ quan quản lý vừa ghi {count} quyết định về mã số của đơn vị: {list}. Văn bản: {document}. Hãy mở từng mã để xem lý do.',
    en: 'The authority has recorded {count} decisions on your codes: {list}. Document: {document}. Open each code to read the reason.',
    zh: '管理机关已记录关于贵单位注册编号的 {count} 项决定：{list}。文件：{document}。请打开各注册编号查看原因。',
  },
  withdrawn: {
    vi: 'Mã số {code} được rút vì nhập nhầm',
    en: 'Code {code} taken back as a mistake',
    zh: '注册编号 {code} 因误录被撤回',
  },
  withdrawnBody: {
    vi: 'Mã số {code} được rút khỏi danh sách vì ghi nhầm vào sổ. Lý do: {reason}',
    en: 'The code {code} left the lists: it was entered by mistake. Reason: {reason}',
    zh: '注册编号 {code} 因误录从名单中撤出。原因：{reason}',
  },
  putBack: {
    vi: 'Mã số {code} được đưa trở lại sổ',
    en: 'Code {code} is back in the register',
    zh: '注册编号 {code} 已恢复',
  },
  putBackBody: {
    vi: 'Mã số {code} được đưa trở lại danh sách. Lý do: {reason}',
    en: 'The code {code} is in the lists again. Reason: {reason}',
    zh: '注册编号 {code} 已重新列入名单。原因：{reason}',
  },
  takenBack: {
    vi: 'Một số quyết định về mã số của đơn vị đã được rút lại',
    en: 'Some decisions on your codes were taken back',
    zh: '关于贵单位注册编号的部分决定已撤回',
  },
  takenBackBody: {
    vi: 'Cơ quan quản lý đã rút lại một lần ghi nhiều quyết định, trong đó có mã của đơn vị. Lý do: {reason} Hãy mở từng mã để xem tình trạng hiện nay.',
    en: 'The authority took back decisions recorded together, some of them on your codes. Reason: {reason} Open each code to see its status.',
    zh: '管理机关已撤回一批决定，其中包括贵单位的注册编号。原因：{reason} 请打开各注册编号查看当前状态。',
  },
  andMore: { vi: 'và {count} mã khác', en: 'and {count} more', zh: '及另外 {count} 个' },
  granted: {
    vi: 'Mã số mới {code}',
    en: 'New code {code}',
    zh: '新注册编号 {code}',
  },
  grantedBody: {
    vi: '“{site}” được cấp mã số {code}. {markets}.',
    en: '“{site}” has been granted the code {code}. {markets}.',
    zh: '“{site}”已获发注册编号 {code}。{markets}。',
  },
  reissued: {
    vi: 'Mã số {old} được cấp lại thành {code}',
    en: 'Code {old} re-issued as {code}',
    zh: '注册编号 {old} 换发为 {code}',
  },
  reissuedBody: {
    vi: 'Mã số {old} của “{site}” được cấp lại thành {code}. {markets}. Tem đã in bằng mã cũ vẫn tra cứu được.',
    en: 'The code {old} of “{site}” has been re-issued as {code}. {markets}. Labels printed with the old code still resolve.',
    zh: '“{site}”的注册编号 {old} 已换发为 {code}。{markets}。已用旧注册编号印制的标签仍可查询。',
  },
} as const satisfies Record<string, LocalText>
