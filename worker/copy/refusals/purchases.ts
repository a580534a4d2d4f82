import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a report of goods bought and sold, or a line of it, is not taken. */
export const PURCHASE_REFUSALS = {
  codeMissing: {
    vi: 'Ghi mã số vùng trồng của hàng này.',
    en: 'Give the growing-area code of these goods.',
    zh: '请填写该货物的种植区编号。',
  },
  codeUnknown: {
    vi: 'Không có mã số này. Xem lại giấy tờ của người bán.',
    en: 'There is no such code. Look at the seller’s papers again.',
    zh: '没有此编号，请核对卖方证件。',
  },
  noGrowingArea: {
    vi: '{code} không phải mã số vùng trồng.',
    en: '{code} is not the code of a growing area.',
    zh: '{code} 不是种植区编号。',
  },
  destinationMissing: {
    vi: 'Ghi bán đi đâu: nước nào, trong nước hay chế biến.',
    en: 'Say where they were sold to: which country, at home, or for processing.',
    zh: '请填写销往何处：哪个国家、国内或加工。',
  },
  destinationOdd: {
    vi: 'Không biết nơi này. Ví dụ: Trung Quốc, Trong nước, Chế biến.',
    en: 'Not a known destination. For example: China, domestic, processing.',
    zh: '无法识别去向，例如：中国、国内、加工。',
  },
  cropMissing: {
    vi: 'Vùng {code} chưa ghi cây trồng trong sổ. Ghi cây trồng của hàng này.',
    en: 'No crop is on record for {code}. Say which crop these goods are.',
    zh: '{code} 未登记作物，请填写该货物的作物。',
  },
  severalCrops: {
    vi: 'Vùng {code} có nhiều cây: {list}. Ghi cây nào.',
    en: '{code} has several crops: {list}. Say which.',
    zh: '{code} 有多种作物：{list}，请注明。',
  },
  otherCrop: {
    vi: 'Vùng {code} không trồng {crop}. Cây trong sổ: {list}.',
    en: '{code} does not grow {crop}. On record: {list}.',
    zh: '{code} 不种植 {crop}，登记作物：{list}。',
  },
  twice: {
    vi: 'Dòng này trùng mã, cây và nơi bán với dòng trên. Cộng lại thành một dòng.',
    en: 'The same code, crop and destination stand above. Add them up in one line.',
    zh: '与上面一行的编号、作物和去向相同，请合并为一行。',
  },
  otherPeriod: {
    vi: 'Mã {code} đã được báo cáo trong kỳ {period}, trùng ngày với kỳ này. Sửa báo cáo kia, hoặc bỏ dòng này.',
    en: '{code} was reported for {period}, which shares days with this one. Correct that report, or leave this line out.',
    zh: '{code} 已在 {period} 报告，与本期日期重叠。请更正该报告或删除此行。',
  },
  periodMissing: { vi: 'Chọn kỳ báo cáo.', en: 'Choose the period.', zh: '请选择报告期。' },
  periodUnknown: {
    vi: 'Không có kỳ báo cáo này. Ghi tháng, ví dụ 10/2026; kỳ chưa bắt đầu thì chưa báo cáo được.',
    en: 'There is no such period. Give a month, such as 10/2026; one that has not begun cannot be reported.',
    zh: '没有此报告期。请填写月份，例如 10/2026；尚未开始的期间不能报告。',
  },
  periodOverlaps: {
    vi: 'Kỳ này trùng ngày với một kỳ khác của tỉnh.',
    en: 'It shares days with another period of the province.',
    zh: '与本省其他报告期日期重叠。',
  },
  periodBackwards: {
    vi: 'Ngày cuối phải sau ngày đầu.',
    en: 'The last day must be after the first.',
    zh: '结束日须晚于开始日。',
  },
  periodLong: {
    vi: 'Một kỳ dài nhất một năm.',
    en: 'A period has a year at most.',
    zh: '报告期最长一年。',
  },
  dueEarly: {
    vi: 'Hạn nộp không thể trước ngày đầu kỳ.',
    en: 'It cannot be due before the period begins.',
    zh: '截止日不得早于期初。',
  },
  noProvince: {
    vi: 'Kỳ báo cáo là của một tỉnh. Hãy dùng tài khoản có địa bàn.',
    en: 'A period is of a province. Use an account that has one.',
    zh: '报告期属于某个省，请使用有辖区的账户。',
  },
  there: {
    vi: 'Kỳ {period} đã có báo cáo. Mở báo cáo đó và bấm “Sửa báo cáo”.',
    en: '{period} is reported already. Open that report and correct it.',
    zh: '{period} 已有报告，请打开并更正。',
  },
  gone: {
    vi: 'Báo cáo này đã được sửa hoặc rút. Mở bản mới nhất.',
    en: 'This report was corrected or withdrawn. Open the latest version.',
    zh: '该报告已更正或撤回，请打开最新版本。',
  },
  notNothing: {
    vi: 'Có ghi số kg. Xóa số kg nếu kỳ này không mua, hoặc bấm “Gửi báo cáo”.',
    en: 'Kilograms are given. Clear them if nothing was bought, or send the report.',
    zh: '已填写千克数。如本期未收购请清空，或点“提交报告”。',
  },
  tooManyLines: {
    vi: 'Một báo cáo có nhiều nhất {most} dòng.',
    en: 'A report has {most} lines at most.',
    zh: '每份报告最多 {most} 行。',
  },
  organisationMissing: {
    vi: 'Ghi tên đơn vị báo cáo.',
    en: 'Name the organisation that reports.',
    zh: '请填写报告单位名称。',
  },
  notYours: {
    vi: 'Chỉ nhập được báo cáo của đơn vị mình hoặc đơn vị trong địa bàn.',
    en: 'Only reports of your own organisation, or of those in your area.',
    zh: '只能录入本单位或辖区内单位的报告。',
  },
  listHasFault: {
    vi: 'Cùng báo cáo này còn dòng sai. Sửa hết rồi nhập lại cả báo cáo.',
    en: 'Another line of the same report is wrong. Mend it and read the whole report in again.',
    zh: '同一报告中有其他错误行，请修正后重新导入整份报告。',
  },
  listTooMany: {
    vi: 'Một danh sách có nhiều nhất {most} báo cáo.',
    en: 'A list has {most} reports at most.',
    zh: '每份名单最多 {most} 份报告。',
  },
  organisationSeveral: {
    vi: 'Có nhiều đơn vị cùng tên này. Hãy nhập báo cáo ở trang của từng đơn vị.',
    en: 'Several organisations have that name. Type the report in for each.',
    zh: '有多家单位同名，请分别录入报告。',
  },
  organisationUnknown: {
    vi: 'Không có đơn vị này trong địa bàn. Xem lại tên.',
    en: 'No such organisation in your area. Check the name.',
    zh: '辖区内没有该单位，请核对名称。',
  },
  listHasOther: {
    vi: 'Kỳ này đã có báo cáo khác. Danh sách không sửa báo cáo: hãy mở báo cáo đó.',
    en: 'The period has another report. A list corrects nothing: open that report.',
    zh: '该期已有其他报告。名单不作更正，请打开该报告。',
  },
  stretch: {
    vi: 'Từ tháng phải trước đến tháng, dài nhất ba năm.',
    en: 'The first month must come before the last, three years at most.',
    zh: '起始月须早于结束月，最长三年。',
  },
  monthOdd: {
    vi: 'Ghi tháng và năm, ví dụ 10/2026.',
    en: 'Give month and year, such as 10/2026.',
    zh: '请填写月份和年份，例如 10/2026。',
  },
  planThere: {
    vi: 'Tháng này đã có dòng cho người mua này.',
    en: 'That buyer has a line for that month already.',
    zh: '该买方当月已有计划行。',
  },
  seasonUnknown: {
    vi: 'Chọn một vụ của mình.',
    en: 'Choose a season of yours.',
    zh: '请选择本单位的生产季。',
  },
  ownLine: {
    vi: 'Đây là báo cáo của chính đơn vị bạn. Nếu sai, hãy sửa báo cáo.',
    en: 'That is your own organisation’s report. Correct it if it is wrong.',
    zh: '这是贵单位自己的报告，如有误请更正。',
  },
} as const satisfies Record<string, LocalText>
