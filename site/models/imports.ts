/** Pages of this area; each is `PortalCommon & { kind: 'portal/…' }`. */
export type ImportsPageModel = never
