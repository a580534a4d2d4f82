/** Of cases that belong to no province. */
const NO_PROVINCE = '00'

/** What cases are counted by: the province and the year they were opened in. */
export function numberSpace(provinceCode: string | null): string {
  return provinceCode ?? NO_PROVINCE
}

/** A case as people name it: `91-2026-0007`. */
export function caseNumber(of: {
  readonly space: string
  readonly year: number
  readonly sequence: number
}): string {
  return `${of.space}-${of.year}-${String(of.sequence).padStart(4, '0')}`
}
