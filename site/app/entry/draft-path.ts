import type { Draft } from './draft.ts'

/** The screen a draft goes on at. */
export function draftPath({ aim, kind }: Pick<Draft, 'aim' | 'kind'>): string {
  switch (aim.does) {
    case 'new':
      return `/new/${kind}`
    case 'mend':
      return `/mend/${aim.recordId}`
    case 'correct':
      return `/correct/${aim.entryId}`
  }
}
