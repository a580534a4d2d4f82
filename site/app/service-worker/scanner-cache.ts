/** What the app tells the service worker to have the scanner ready without a network. */
export const KEEP_SCANNER = 'keep-scanner'

/** Apart from what every phone keeps: whoever never scans does not fetch it. */
export const SCANNER_CACHE = 'goc-scanner-files'
