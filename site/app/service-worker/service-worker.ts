import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { TAKE_OVER } from './take-over.ts'

/** What the build keeps on the phone; written in by it. */
declare const PRECACHE: { url: string; revision: string | null }[]

/*
 * Everything the app is made of is fetched before this version is installed, or none of it. Whatever
 * path of the app is opened gets the shell; what is asked of the server goes to the server.
 */
precacheAndRoute(PRECACHE, { cleanURLs: false, directoryIndex: '' })
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app/shell.htm'), {
    allowlist: [/^\/app(?:\/|$)/],
    denylist: [/^\/app\/kit$/],
  }),
)

/** A newer version waits until the app says that nothing is half-typed. */
addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void workerScope().skipWaiting()
})

/** The library of this project's types is that of pages; here runs a service worker. */
function workerScope(): { skipWaiting(): Promise<void> } {
  return globalThis as unknown as { skipWaiting(): Promise<void> }
}
