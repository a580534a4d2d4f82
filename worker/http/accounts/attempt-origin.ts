import { clientAddress, networkOf } from '../../platform/client-address.ts'
import type { CookieSettings } from './cookies.ts'
import { type Device, knowsAccount, readDevice } from './device-cookie.ts'

/** Where an attempt comes from, as far as that can be believed. */
export type AttemptOrigin = {
  /** Id of a device on which anybody signed in before; null for an unknown one. */
  readonly device: string | null
  /** The same, where it was to that account. */
  readonly deviceOf: (email: string) => string | null
  /** Address (IPv4) or network (IPv6) as the proxy in front tells it; null where none is configured. */
  readonly network: string | null
}

export type OriginSettings = CookieSettings & {
  readonly GOC_CLIENT_ADDRESS_HEADER?: string | undefined
}

export function attemptOrigin(
  headers: Headers,
  settings: OriginSettings,
  now: number,
): AttemptOrigin {
  const address = clientAddress(headers, settings.GOC_CLIENT_ADDRESS_HEADER)
  const device: Device | null = readDevice(headers, settings, now)
  return {
    device: device?.id ?? null,
    deviceOf: (email) =>
      device !== null && knowsAccount(device, email, settings) ? device.id : null,
    network: address === null ? null : networkOf(address),
  }
}
