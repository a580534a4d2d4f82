/** What a list may show: an organisation's own, what lies in a place, or (null) everything. */
export type Bounds =
  | { readonly kind: 'organisation'; readonly organisationId: string }
  | {
      readonly kind: 'place'
      readonly provinceCode: string
      readonly communeCode: string | null
    }
  | null
