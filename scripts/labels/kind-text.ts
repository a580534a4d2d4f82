/** What was said against labels, in a word. */
export function kindText(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    void: 'hủy',
    lost: 'mất',
    stolen: 'bị trộm',
    recalled: 'thu hồi',
  }
  return words[kind] ?? kind
}
