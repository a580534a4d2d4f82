/** The text of a field; empty where it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The bytes and name of a chosen file; null when none was chosen. */
export async function fileOf(
  form: FormData,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string } | null> {
  const value = form.get(name)
  if (value === null || typeof value === 'string' || value.size === 0) return null
  return { bytes: new Uint8Array(await value.arrayBuffer()), fileName: value.name }
}
