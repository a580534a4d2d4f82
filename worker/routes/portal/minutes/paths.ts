import type { MinutesStep } from '../../../domain/inspections/page-texts.ts'
import { INSPECTIONS_PATH } from '../inspections/inspection-path.ts'

export const DRAFTS_PATH = `${INSPECTIONS_PATH}/drafts` as const
export const NEW_PATH = `${INSPECTIONS_PATH}/new` as const

export function stepPath(id: string, step: MinutesStep): string {
  return `${DRAFTS_PATH}/${encodeURIComponent(id)}/${step}`
}

export function dropPath(id: string): string {
  return `${DRAFTS_PATH}/${encodeURIComponent(id)}/drop`
}

/** Where minutes of a place are begun, of a visit of a plan where one is meant. */
export function startPath(of: { readonly siteId: string; readonly visitId?: string }): string {
  const { siteId, visitId } = of
  const query = { site: siteId, ...(visitId === undefined ? {} : { visit: visitId }) }
  return `${NEW_PATH}?${new URLSearchParams(query)}`
}
