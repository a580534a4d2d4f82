import type { App } from './app-context.ts'

const ROOT = '/app'

/** The screen an address asks for: what follows /app. */
export function screenPath(pathname: string): string {
  const path = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length) : '/'
  return path === '' ? '/' : path
}

/** Shows a screen; the phone's back button leads back to the one before. */
export function go(app: App, path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', `${ROOT}${path}`)
  else history.replaceState(null, '', `${ROOT}${path}`)
  app.store.set({ path, ...(path === '/' ? {} : { told: null }) })
  scrollTo({ top: 0, behavior: 'instant' })
}

/** Follows the back button. */
export function watchAddress(app: App): void {
  addEventListener('popstate', () => app.store.set({ path: screenPath(location.pathname) }))
}
