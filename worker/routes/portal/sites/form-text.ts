/** The text of a field; empty where it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The bytes and name of a chosen file, empty ones too; null when none was chosen. */
export async function fileOf(
  form: FormData,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string } | null> {
  const value = form.get(name)
  if (value === null || typeof value === 'string') return null
  // A browser sends a nameless empty file where none was chosen.
  if (value.size === 0 && value.name === '') return null
  return { bytes: new Uint8Array(await value.arrayBuffer()), fileName: value.name }
}

/** The files chosen in a field that takes several. */
export async function filesOf(
  form: FormData,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }[]> {
  const files: { readonly bytes: Uint8Array; readonly fileName: string }[] = []
  for (const value of form.getAll(name)) {
    // A browser sends a nameless empty file where none was chosen.
    if (typeof value === 'string' || (value.size === 0 && value.name === '')) continue
    files.push({ bytes: new Uint8Array(await value.arrayBuffer()), fileName: value.name })
  }
  return files
}
