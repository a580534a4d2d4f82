import type { HelpJob } from './help-job.ts'

/** The main work of a person who keeps the register, step by step. */
export const OFFICER_HELP = [
  {
    id: 'import',
    title: { vi: 'Nhập danh sách mã số', en: 'Import a list of codes', zh: '导入编号名单' },
    href: '/portal/imports/new',
    steps: [
      {
        vi: 'Chọn tệp Excel hoặc CSV đang dùng; không cần sửa cột.',
        en: 'Choose the Excel or CSV file you keep; its columns need no changing.',
        zh: '选择现有 Excel 或 CSV 文件，无需调整列。',
      },
      {
        vi: 'Xem trước từng dòng: mới, đổi, bị từ chối và vì sao. Chưa bấm nhập thì chưa ghi gì.',
        en: 'Look at every row: new, changed, refused and why. Nothing is stored until you import.',
        zh: '逐行预览：新增、变更、被拒及原因。未点导入前不保存。',
      },
    ],
    screen: 'import',
  },
  {
    id: 'monitoring',
    title: {
      vi: 'Lập kế hoạch kiểm tra, giám sát',
      en: 'Plan the year’s visits',
      zh: '制定年度检查计划',
    },
    href: '/portal/monitoring',
    steps: [
      {
        vi: 'Khai thời gian các vụ và quy định số lần kiểm tra, nếu có.',
        en: 'Put down when seasons are, and rules of how often, if there are any.',
        zh: '填写各季时间及检查次数规定（如有）。',
      },
      {
        vi: 'Lập kế hoạch năm, xem trước số lượt, rồi xác nhận. Cập nhật lịch bất cứ lúc nào: lượt đã làm, đã giao không mất.',
        en: 'Plan the year, look at the figures, confirm. Work it out again at any time: what is done or assigned stays.',
        zh: '制定年度计划，预览后确认。可随时重新排程：已完成和已指派的保持不变。',
      },
      {
        vi: 'Giao nhiều lượt một lần theo xã; trang Việc cần làm báo lượt đến hạn và quá hạn.',
        en: 'Assign many at once by commune; the first screen tells of what is due and overdue.',
        zh: '可按乡级地区批量指派；待办页提示到期和逾期检查。',
      },
    ],
  },
  {
    id: 'applications',
    title: { vi: 'Xử lý hồ sơ xin mã số', en: 'Work on applications', zh: '办理编号申请' },
    href: '/portal/applications',
    steps: [
      {
        vi: 'Mở hồ sơ ở trên cùng: quá hạn và sắp đến hạn đứng trước.',
        en: 'Open the first one: what is late or due soon comes first.',
        zh: '打开最前面的申请：逾期和即将到期的在前。',
      },
      {
        vi: 'Xem phần khai và giấy tờ; bấm “Hồ sơ hợp lệ”, “Yêu cầu bổ sung” hoặc hẹn kiểm tra.',
        en: 'Look at answers and papers; pass them, ask for a supplement or schedule a check.',
        zh: '核对内容和文件；通过、要求补充或安排核查。',
      },
      {
        vi: 'Cấp tỉnh bấm “Duyệt”: mã số, giấy xác nhận và thông báo được ghi một lần.',
        en: 'The province approves: code, certificate and notices are written at once.',
        zh: '省级点“批准”：编号、证书和通知一次完成。',
      },
    ],
  },
  {
    id: 'decide',
    title: {
      vi: 'Tạm dừng, khôi phục mã số',
      en: 'Suspend or restore a code',
      zh: '暂停或恢复编号',
    },
    href: '/portal/codes',
    steps: [
      {
        vi: 'Tìm mã số, chọn thị trường, bấm “Ghi quyết định”.',
        en: 'Find the code, choose the market, record the decision.',
        zh: '查找编号，选择市场，记录决定。',
      },
      {
        vi: 'Ghi ngày hiệu lực, lý do, số văn bản; xem trước câu mà người mua sẽ đọc.',
        en: 'Give the day, the reason and the document; look at what shoppers will read.',
        zh: '填写生效日、原因、文号，并预览消费者看到的文字。',
      },
      {
        vi: 'Tem đã dán báo ngay; chủ mã số nhận tin và thư.',
        en: 'Labels already in use say so at once; the holder is written to.',
        zh: '已使用的标签立即提示，持有人收到消息和邮件。',
      },
    ],
  },
  {
    id: 'confirm',
    title: { vi: 'Xác nhận giấy chứng nhận', en: 'Confirm certificates', zh: '确认证书' },
    href: '/portal/certifications?state=declared',
    steps: [
      {
        vi: 'Mở giấy đang chờ, đối chiếu bản chụp, bấm “Xác nhận” hoặc “Không xác nhận” kèm lý do.',
        en: 'Open what waits, compare the copy, confirm or refuse with a reason.',
        zh: '打开待确认证书，核对副本，确认或拒绝并说明原因。',
      },
    ],
  },
  {
    id: 'recall',
    title: { vi: 'Thu hồi thay cơ sở', en: 'Recall for a producer', zh: '代为召回' },
    href: '/portal/recalls/new',
    steps: [
      {
        vi: 'Tìm các lô bị ảnh hưởng rồi xác nhận. Theo dõi nơi nhận đã trả lời và số kg thu về.',
        en: 'Find what is concerned and confirm; follow the receivers’ answers and the kilograms returned.',
        zh: '查找受影响批次并确认，跟踪收货方答复及回收千克数。',
      },
    ],
  },
  {
    id: 'members',
    title: { vi: 'Mời đồng nghiệp', en: 'Invite colleagues', zh: '邀请同事' },
    href: '/portal/members',
    steps: [
      {
        vi: 'Mục Thành viên: ghi thư điện tử và vai trò. Người được mời tự đặt mật khẩu.',
        en: 'Under Members give an e-mail address and a role; they set their own password.',
        zh: '在“成员”中填写邮箱和角色，对方自行设置密码。',
      },
    ],
  },
  {
    id: 'ministry',
    title: {
      vi: 'Gửi Bộ mã chờ nước nhập khẩu phê duyệt',
      en: 'Send the ministry codes that wait abroad',
      zh: '报送待进口国批准的编号',
    },
    href: '/portal/ministry-lists',
    steps: [
      {
        vi: 'Tải danh sách, gửi kèm công văn, rồi bấm “Ghi đã gửi Bộ” với số và ngày văn bản.',
        en: 'Download the list, send it with your letter, then mark it as sent with the document’s number and day.',
        zh: '下载名单随公文报送，再点“登记已报送”并填写文号和日期。',
      },
      {
        vi: 'Có trả lời: mở danh sách đã gửi, bấm “Nhập trả lời của Bộ”, xem trước rồi xác nhận.',
        en: 'When the answer comes, open the list, read it in, look at the preview and confirm.',
        zh: '收到答复后打开该名单，导入答复，预览后确认。',
      },
    ],
  },
  {
    id: 'rules',
    title: { vi: 'Quy định thị trường', en: 'Market rules', zh: '市场规定' },
    href: '/portal/market-rules',
    steps: [
      {
        vi: 'Chọn cây trồng và thị trường để xem quy định có hiệu lực. Mục “chưa kiểm chứng” cần đối chiếu văn bản gốc rồi ghi lại.',
        en: 'Choose a crop and a market to see what holds. What is “not verified” wants to be held against the original and written anew.',
        zh: '选择作物和市场查看有效规定。“未核实”的需核对原文后重新记录。',
      },
      {
        vi: 'Thị trường đổi quy định: mở quy định, bấm “Sửa hoặc thay quy định”, ghi ngày hiệu lực và căn cứ. Trang cẩm nang tự đổi theo.',
        en: 'Where a market changes a rule, open it, change it, and give its day and source; the handbook follows.',
        zh: '市场规定变更时，打开该规定，填写生效日期和依据，手册随之更新。',
      },
    ],
  },
] as const satisfies readonly HelpJob[]
