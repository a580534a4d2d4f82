import type { Permission } from '../../domain/access/permissions.ts'
import type { Asking } from '../context.ts'
import { mayAny } from './authorise.ts'

const WRITING = [
  'batches.write',
  'labels.issue',
  'labels.void',
  'recalls.write',
  'diary.write',
] as const

/**
 * The permission by which products, batches and labels are read: a token that may write any of them
 * reads all of its organisation's, for what it made refers to the rest.
 */
export function readingPermission({ actor }: Asking): Permission {
  if (actor.kind !== 'token') return 'batches.read'
  return WRITING.find((permission) => mayAny(actor, permission)) ?? 'batches.read'
}
