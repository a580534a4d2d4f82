import { SECURITY_HEADERS } from '../../../http/headers.ts'

/** `GET /healthz`: open to everyone; touches nothing. */
export function healthAnswer(): Response {
  return Response.json(
    { status: 'ok' },
    { headers: { 'cache-control': 'no-store', ...SECURITY_HEADERS } },
  )
}
