import css from './portal.css?inline'

/** The one stylesheet of every page of the portal; its hash stands in the Content-Security-Policy. */
export const PORTAL_STYLE_TEXT: string = css
