/** What the report of any list says. Vietnamese, like the list; kept as it was told. */
export const LIST_REPORT = {
  notTaken: 'Cơ sở dữ liệu không nhận dòng này; hãy báo người quản trị.',
  row: 'Dòng {row}: {message}',
  noRows: 'Tệp có tiêu đề nhưng chưa có dòng nào.',
  households: 'danh sách hộ',
  refusedFile: '{name} - bị từ chối.csv',
} as const satisfies Record<string, string>
