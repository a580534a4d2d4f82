import type { Days } from '../../../domain/purchases/periods.ts'
import { periodKey } from '../../../domain/purchases/periods.ts'
import { pathIn } from '../path-in.ts'

export const PURCHASES_PATH = '/portal/purchases'
export const TOTALS_PATH = `${PURCHASES_PATH}/totals` as const
export const MISSING_PATH = `${PURCHASES_PATH}/missing` as const
export const PERIODS_PATH = `${PURCHASES_PATH}/periods` as const
export const PLAN_PATH = `${PURCHASES_PATH}/plan` as const
export const THROUGH_PATH = '/portal/my-codes/purchases'

export const reportPath = pathIn(PURCHASES_PATH)

/** The form of a new report, of a period and of an organisation where they are known. */
export function newPath(given: {
  readonly period?: Days
  readonly organisationId?: string
  readonly like?: 'last'
}): string {
  const { period, organisationId, like } = given
  const query = new URLSearchParams({
    ...(organisationId === undefined ? {} : { organisation: organisationId }),
    ...(period === undefined ? {} : { period: periodKey(period) }),
    ...(like === undefined ? {} : { like }),
  })
  return query.size === 0 ? `${PURCHASES_PATH}/new` : `${PURCHASES_PATH}/new?${query}`
}
