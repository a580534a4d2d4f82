import { pathIn } from '../path-in.ts'
export const MONITORING_PATH = '/portal/monitoring'
export const RULES_PATH = `${MONITORING_PATH}/rules` as const
export const WINDOWS_PATH = `${MONITORING_PATH}/seasons` as const

export const planPath = pathIn(MONITORING_PATH)

export const visitPath = pathIn(`${MONITORING_PATH}/visits`)
