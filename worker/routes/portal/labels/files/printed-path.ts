import type { Portal } from '../../portal-route.ts'
import { runPath } from '../run-table.ts'
import { pathOfFile } from './large-files.ts'

/**
 * Where whoever has just printed is led: to the run, whose file is fetched at once; of a large run to the
 * page on which its file is being made.
 */
export async function printedPath(
  portal: Portal,
  printed: { readonly runId: string; readonly labels: number; readonly stock: string },
): Promise<string> {
  const { runId, labels, stock } = printed
  const request = { format: 'pdf', stock, dpi: null, cutMarks: false } as const
  const query = new URLSearchParams({ done: 'issued', stock })
  const atOnce = `${runPath(runId)}?${query}`
  const path = await pathOfFile(portal, { runId, labels, request, range: {}, atOnce })
  return path === atOnce ? path : `${path}?done=issued`
}
