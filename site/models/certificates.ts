/** Pages of this area; each is `PortalCommon & { kind: 'portal/…' }`. */
export type CertificatePageModel = never
