export const MONITORING_PATH = '/portal/monitoring'
export const RULES_PATH = `${MONITORING_PATH}/rules` as const
export const WINDOWS_PATH = `${MONITORING_PATH}/seasons` as const

export function planPath(id: string): string {
  return `${MONITORING_PATH}/${encodeURIComponent(id)}`
}

export function visitPath(id: string): string {
  return `${MONITORING_PATH}/visits/${encodeURIComponent(id)}`
}

/** An address with what is asked in it; what is empty is left out. */
export function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return query.size === 0 ? path : `${path}?${query}`
}
