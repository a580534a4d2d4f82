import type { Settings } from '../../env.ts'

/** What accounts need of the settings. */
export type AccountSettings = Pick<
  Settings,
  'GOC_ORIGIN' | 'GOC_AUTH_SECRET' | 'GOC_RATE_LIMITS' | 'GOC_CLIENT_ADDRESS_HEADER'
>
