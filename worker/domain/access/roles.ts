/** What a person is in an organisation. */
export const ROLES = ['producer', 'packer', 'inspector', 'officer', 'agency', 'admin'] as const
export type Role = (typeof ROLES)[number]

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

/** How far a public servant's word reaches: a commune, a province, or (both null) everywhere. */
export type Place = {
  readonly provinceCode: string | null
  readonly communeCode: string | null
}

export const EVERYWHERE: Place = { provinceCode: null, communeCode: null }

/** True when what stands at `there` lies within `reach`. What has no known place is nobody's but the whole register's. */
export function covers(reach: Place, there: Place): boolean {
  if (reach.provinceCode !== null && reach.provinceCode !== there.provinceCode) return false
  return reach.communeCode === null || reach.communeCode === there.communeCode
}
