const ROLE_OF_HOLDER: Readonly<Record<string, string>> = {
  household: 'household',
  cooperative: 'cooperative',
}

/** As what the holder of a place stands behind what its diary says. */
export function declaredRoleOf(organisationKind: string): string {
  return ROLE_OF_HOLDER[organisationKind] ?? 'producer'
}
