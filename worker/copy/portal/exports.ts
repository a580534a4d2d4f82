import type { LocalText } from '../../lib/text/local-text.ts'

/** The page from which the register is taken as a list. */
export const EXPORTS_COPY = {
  title: { vi: 'Xuất danh sách', en: 'Exports', zh: '导出列表' },
  lead: {
    vi: 'Danh sách mã số theo đúng các cột mà trang nhập đọc được: sửa rồi nhập lại thì ghi vào đúng dòng cũ. Mỗi dòng là một mã cho một thị trường, theo tình trạng hôm nay.',
    en: 'The list of codes in the columns that the import reads: mended and imported again, each row finds its own. A row is one code for one market, by today’s status.',
    zh: '注册编号列表的列与导入一致：修改后重新导入可对应原行。每行为一个注册编号在一个市场的当前状态。',
  },
  place: {
    vi: 'Danh sách chỉ gồm địa bàn được giao: {place}.',
    en: 'The list holds your own place only: {place}.',
    zh: '列表仅包含所辖地区：{place}。',
  },
  private: {
    vi: 'Danh sách này có tên chủ hộ; chỉ dùng trong công việc. Dữ liệu mở cho mọi người nằm ở trang công khai.',
    en: 'This list names households and is for official use. Open data for everyone are on the public site.',
    zh: '本列表含农户姓名，仅供工作使用。面向公众的开放数据在公开网站。',
  },
  narrow: { vi: 'Lọc danh sách', en: 'Narrow the list', zh: '筛选列表' },
  province: { vi: 'Tỉnh', en: 'Province', zh: '省份' },
  kind: { vi: 'Loại mã', en: 'Kind', zh: '类型' },
  crop: { vi: 'Cây trồng', en: 'Crop', zh: '作物' },
  market: { vi: 'Thị trường', en: 'Market', zh: '市场' },
  status: { vi: 'Trạng thái hôm nay', en: 'Status today', zh: '今日状态' },
  format: { vi: 'Dạng tệp', en: 'File', zh: '文件格式' },
  formatXlsx: {
    vi: 'Excel (.xlsx), nhiều nhất {most} dòng',
    en: 'Excel (.xlsx), at most {most} rows',
    zh: 'Excel（.xlsx），最多 {most} 行',
  },
  formatCsv: { vi: 'CSV, không giới hạn dòng', en: 'CSV, any number of rows', zh: 'CSV，行数不限' },
  download: { vi: 'Tải danh sách', en: 'Download', zh: '下载列表' },
} as const satisfies Record<string, LocalText>
