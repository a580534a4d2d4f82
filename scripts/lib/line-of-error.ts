/**
 * What the database said of a statement it refused; null for any other fault. The library puts the
 * statement and its values into the message, and neither is for the screen.
 */
export function databaseSaid(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { message, cause } = error
  if (!message.startsWith('Failed query') && !/SQLITE/.test(message)) return null
  return `Cơ sở dữ liệu từ chối: ${cause instanceof Error ? cause.message : 'lỗi không rõ'}`
}

/** A fault of a command in one line. */
export function lineOfError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  if (/ECONNREFUSED|fetch failed|ENOTFOUND|ETIMEDOUT/.test(`${message} ${cause}`)) {
    return 'Không nối được cơ sở dữ liệu; hãy kiểm tra máy chủ hoặc LIBSQL_URL.'
  }
  return databaseSaid(error) ?? message.split('\n', 1)[0] ?? message
}
