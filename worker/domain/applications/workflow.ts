/** Where an application for a code may stand. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'supplement_requested',
  'documents_passed',
  'field_check_scheduled',
  'field_checked',
  'approved',
  'rejected',
  'withdrawn',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** What may be done to one. */
export const APPLICATION_STEPS = [
  'submit',
  'request_supplement',
  'pass_documents',
  'schedule_check',
  'record_check',
  'approve',
  'reject',
  'withdraw',
] as const
export type ApplicationStep = (typeof APPLICATION_STEPS)[number]

/** Who takes a step: the holder (or whoever types it in for them), or an office. */
export type ApplicationSide = 'holder' | 'commune' | 'province'

/** What must be so before a step is taken; `ask` in `missingFor` says which of them is not. */
export const APPLICATION_NEEDS = [
  'form_complete',
  'papers_complete',
  'market_rules',
  'check_day',
  'check_outcome',
  'check_passed',
  'actions_accepted',
  'reason',
] as const
export type ApplicationNeed = (typeof APPLICATION_NEEDS)[number]

/** Facts about one application, as far as steps ask for them. */
export type ApplicationFacts = {
  /** Every answer that its form must have is there and sound. */
  readonly formComplete: boolean
  /** Every paper that its rules require is there. */
  readonly papersComplete: boolean
  /** What is surely asked by its markets today is met, and declared where it has to be. */
  readonly marketRulesMet: boolean
  /** Its rules want the place seen before a code is granted. */
  readonly checkRequired: boolean
  /** What the field check found; null where there was none, or where it is to be made again. */
  readonly checkOutcome: 'passed' | 'passed_with_actions' | 'failed' | null
  /** Whatever the minutes of that check want put right was put right, and accepted by an inspector. */
  readonly actionsAccepted: boolean
}

/** What comes with a step. */
export type StepInput = {
  readonly reason?: string
  /** The day of the visit, `YYYY-MM-DD`. */
  readonly checkOn?: string
  readonly outcome?: NonNullable<ApplicationFacts['checkOutcome']>
  /** Why it is approved though what is to be put right is not accepted yet. */
  readonly waiver?: string
}

type Rule = {
  readonly from: readonly ApplicationState[]
  readonly to: ApplicationState
  readonly by: readonly ApplicationSide[]
  readonly needs: readonly ApplicationNeed[]
}

const OPEN = [
  'submitted',
  'supplement_requested',
  'documents_passed',
  'field_check_scheduled',
  'field_checked',
] as const

/**
 * The one table of what may follow what (Decision 3156/QĐ-BNN-TT of 2022 for the order of the steps;
 * Resolution 36/2026/NQ-CP for the commune that receives). What is not in it is not done.
 */
const RULES: Readonly<Record<ApplicationStep, Rule>> = {
  submit: {
    from: ['draft', 'supplement_requested'],
    to: 'submitted',
    by: ['holder', 'commune', 'province'],
    needs: ['form_complete', 'papers_complete', 'market_rules'],
  },
  request_supplement: {
    from: ['submitted', 'documents_passed', 'field_checked'],
    to: 'supplement_requested',
    by: ['commune', 'province'],
    needs: ['reason'],
  },
  pass_documents: {
    from: ['submitted'],
    to: 'documents_passed',
    by: ['commune', 'province'],
    needs: ['form_complete', 'papers_complete'],
  },
  // A visit may be put off, and made again once what it found was put right.
  schedule_check: {
    from: ['documents_passed', 'field_check_scheduled', 'field_checked'],
    to: 'field_check_scheduled',
    by: ['commune', 'province'],
    needs: ['check_day'],
  },
  record_check: {
    from: ['field_check_scheduled'],
    to: 'field_checked',
    by: ['commune', 'province'],
    needs: ['check_outcome'],
  },
  approve: {
    from: ['documents_passed', 'field_checked'],
    to: 'approved',
    by: ['province'],
    needs: ['form_complete', 'papers_complete', 'market_rules', 'check_passed', 'actions_accepted'],
  },
  reject: {
    from: [...OPEN],
    to: 'rejected',
    by: ['province'],
    needs: ['reason'],
  },
  // An office takes back what it typed in for a holder, at their word.
  withdraw: {
    from: ['draft', ...OPEN],
    to: 'withdrawn',
    by: ['holder', 'commune', 'province'],
    needs: [],
  },
}

export type StepResult =
  | { readonly kind: 'taken'; readonly to: ApplicationState }
  /** It is there already: asked a second time. */
  | { readonly kind: 'already' }
  | { readonly kind: 'out_of_order'; readonly from: readonly ApplicationState[] }
  | { readonly kind: 'not_yours'; readonly by: readonly ApplicationSide[] }
  | { readonly kind: 'missing'; readonly needs: readonly ApplicationNeed[] }

/** What a step does to an application in `state`, asked by `side`. */
export function takeStep(
  state: ApplicationState,
  asked: {
    readonly step: ApplicationStep
    readonly side: ApplicationSide
    readonly facts: ApplicationFacts
    readonly input: StepInput
  },
): StepResult {
  const rule = RULES[asked.step]
  if (!rule.by.includes(asked.side)) return { kind: 'not_yours', by: rule.by }
  if (!rule.from.includes(state)) {
    return state === rule.to ? { kind: 'already' } : { kind: 'out_of_order', from: rule.from }
  }
  const needs = rule.needs.filter((need) => !holds(need, state, asked))
  return needs.length > 0 ? { kind: 'missing', needs } : { kind: 'taken', to: rule.to }
}

/** The steps that a side may take in a state, in the order they are shown; what they still need aside. */
export function stepsOpenTo(
  state: ApplicationState,
  side: ApplicationSide,
  { checkRequired }: Pick<ApplicationFacts, 'checkRequired'>,
): ApplicationStep[] {
  return APPLICATION_STEPS.filter((step) => {
    const { from, by } = RULES[step]
    if (!from.includes(state) || !by.includes(side)) return false
    return !(step === 'approve' && checkRequired && state === 'documents_passed')
  })
}

function holds(
  need: ApplicationNeed,
  state: ApplicationState,
  { facts, input }: { readonly facts: ApplicationFacts; readonly input: StepInput },
): boolean {
  switch (need) {
    case 'form_complete':
      return facts.formComplete
    case 'papers_complete':
      return facts.papersComplete
    case 'market_rules':
      return facts.marketRulesMet
    case 'check_day':
      return input.checkOn !== undefined
    case 'check_outcome':
      return input.outcome !== undefined
    case 'check_passed':
      return checkPassed(state, facts)
    case 'actions_accepted':
      return isPutRight(state, facts) || isSaid(input.waiver)
    case 'reason':
      return isSaid(input.reason)
  }
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

/** A visit that was made counts, also where none was required. */
function checkPassed(state: ApplicationState, { checkRequired, checkOutcome }: ApplicationFacts) {
  if (state !== 'field_checked') return !checkRequired
  return checkOutcome === 'passed' || checkOutcome === 'passed_with_actions'
}

function isPutRight(state: ApplicationState, { checkOutcome, actionsAccepted }: ApplicationFacts) {
  return state !== 'field_checked' || checkOutcome !== 'passed_with_actions' || actionsAccepted
}

/**
 * Whether the place must be seen once an application is handed in anew: where something was found wrong
 * it is seen again, so that a supplement is no way around what was to be put right.
 */
export function isCheckRequiredAnew({
  checkRequired,
  checkOutcome,
}: Pick<ApplicationFacts, 'checkRequired' | 'checkOutcome'>): boolean {
  return checkRequired || (checkOutcome !== null && checkOutcome !== 'passed')
}
