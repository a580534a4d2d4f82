import { signLabel } from '../../domain/label/jws.ts'
import { formatSubject } from '../../domain/label/subject.ts'
import type { VerbContext } from '../context.ts'
import type { SigningKey } from '../keys/key-secret.ts'

/** The label of a certificate, the same byte for byte however often it is made. */
export async function certificateUrl(
  ctx: Pick<VerbContext, 'labelOrigin'>,
  key: SigningKey,
  code: string,
): Promise<string> {
  const subjectText = formatSubject({ profile: 'certificate', code })
  return `${ctx.labelOrigin}/${await signLabel({ ...key, subjectText })}`
}
