/** What the app tells a newer service worker that waits. */
export const TAKE_OVER = 'take-over'
