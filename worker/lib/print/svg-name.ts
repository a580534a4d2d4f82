/** What the drawing of a label is called: by batch and serial; copies of one label are numbered from 1. */
export function svgName(
  ref: string,
  { serial, index }: { readonly serial: number; readonly index: number },
): string {
  return `${ref}-${serial === 0 ? `0-${index + 1}` : serial}.svg`
}
