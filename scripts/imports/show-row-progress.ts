/** Tells on a terminal how far long work is, in `unit`; silent when nobody is looking. */
export function showRowProgress(
  unit: string,
): (progress: { readonly done: number; readonly total: number }) => void {
  if (!process.stderr.isTTY) return () => undefined
  return ({ done, total }) => {
    process.stderr.write(done < total ? `\r${done}/${total} ${unit}` : '\r\x1b[K')
  }
}
