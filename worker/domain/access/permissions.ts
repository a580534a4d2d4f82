import { covers, type Place, type Role } from './roles.ts'

/**
 * How far a permission goes for a role: `own` for what belongs to the person's organisation, `place`
 * for what lies in their place, `all` for everything.
 */
export type Reach = 'own' | 'place' | 'all'

/** Who keeps something of their own. */
const OWNERS = { producer: 'own', packer: 'own' } as const

/** Who looks after what lies in a place, or only into it. */
const WATCHERS = { inspector: 'place', officer: 'place', agency: 'place' } as const

/**
 * The one permission table. What is not in it is refused: a role without an entry may not. Every
 * route, page and command of the portal names one of these; a test walks them all with every role.
 */
export const PERMISSIONS = {
  /** See one's first page, account, messages. */
  'portal.use': everyone('own'),
  /** Read places with their private lists (households, parcels). */
  'sites.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Read the telephone numbers of households: for who works with them, not for who only looks. */
  'households.phones': { ...OWNERS, inspector: 'place', officer: 'place', admin: 'all' },
  'sites.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Read codes with what is not public of them (actors, imports, documents). */
  'codes.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Grant and re-issue codes. A cooperative does not grant itself codes. */
  'codes.grant': { officer: 'place', admin: 'all' },
  /** Suspend, restore, revoke; one code or many. */
  'codes.decide': { officer: 'place', admin: 'all' },
  /** See what keeps the codes of one's own organisation alive and who uses them, and dispute a use. */
  'codes.own': { producer: 'own', packer: 'own', admin: 'own' },
  /** Read what was bought and sold through coded areas: one's own reports, or lines about areas of one's place. */
  'purchases.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Report what was bought and sold: for oneself, or typed in for an organisation by an office. */
  'purchases.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Say which days are reported together, and until when. */
  'purchase_periods.write': { officer: 'place', admin: 'all' },
  /** Look into patterns in the use of codes; who may write cases dismisses one or opens a case. */
  'patterns.read': { inspector: 'place', officer: 'place', admin: 'all' },
  'codes.certificate': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Read applications for codes with what is not public of them. */
  'applications.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Fill in and hand in an application: for oneself, or typed in for a holder by an office. */
  'applications.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Receive, check and refuse applications; `codes.grant` approves them. */
  'applications.process': { officer: 'place', admin: 'all' },
  'schemes.write': { admin: 'all' },
  /**
   * Read lists in and take an import back: officers into the register, producers their own batches
   * and diary alone.
   */
  'imports.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  'exports.read': { inspector: 'place', officer: 'place', agency: 'place', admin: 'all' },
  /** See what work is open in the whole installation, and what became of it. */
  'jobs.read': { admin: 'all' },
  'audit.read': { officer: 'place', admin: 'all' },
  'audit.verify': { admin: 'all' },
  /** Invite, change and remove members of one's own organisation, or of any. */
  'members.write': { producer: 'own', packer: 'own', officer: 'own', admin: 'all' },
  'organisations.read': { officer: 'place', admin: 'all' },
  'organisations.write': { admin: 'all' },
  /** Suspend an organisation and lift that again: labels of its goods say so. */
  'organisations.suspend': { officer: 'place', admin: 'all' },
  /** Say who one’s own organisation is, and when and where it is reached, on its public pages. */
  'organisations.story': { producer: 'own', packer: 'own' },
  /** Put an organisation on record as a member of another, whose codes it may then use. */
  'memberships.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Read products, batches and labels with what is not public of them. */
  'batches.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  'batches.write': { producer: 'own', packer: 'own', admin: 'all' },
  /** Let goods out that a rule stands against: a code of another holder, a breached interval. */
  'batches.allow': { officer: 'place', admin: 'all' },
  'labels.issue': { producer: 'own', packer: 'own', admin: 'all' },
  /** Report labels as void, lost or stolen; an authority’s word is not its producer’s to take back. */
  'labels.void': { ...OWNERS, inspector: 'place', officer: 'place', admin: 'all' },
  /** Annul a batch for good, which only who made it does: an authority recalls it. */
  'batches.annul': { producer: 'own', packer: 'own', admin: 'all' },
  /** See what stands behind a scanned label: its batch, codes, ways, scans, findings. */
  'labels.inspect': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Read cases: those of one's place; an agency only what was handed to it. */
  'cases.read': { inspector: 'place', officer: 'place', agency: 'own', admin: 'all' },
  /** Open a case, add to it, take it up. */
  'cases.write': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Hand a case to an agency, close it, open it again. */
  'cases.decide': { officer: 'place', admin: 'all' },
  /** Read findings: those of one's place; a producer what it was told. */
  'findings.read': { ...OWNERS, inspector: 'place', officer: 'place', admin: 'all' },
  'findings.write': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Say how a finding was put right. Whoever inspects does not answer itself. */
  'findings.answer': { producer: 'own', packer: 'own', admin: 'all' },
  /** Read notices of importing countries: those of one's place; a holder what it was told of its codes. */
  'foreign.read': { ...OWNERS, inspector: 'place', officer: 'place', admin: 'all' },
  /** Take up codes of a notice: give them to somebody, settle the cause, look again. */
  'foreign.work': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Record a notice, say which codes it means, answer it, close it; `codes.decide` says what it does. */
  'foreign.decide': { officer: 'place', admin: 'all' },
  /** Report what was put right. Whoever looks again does not answer itself. */
  'foreign.answer': { producer: 'own', packer: 'own', admin: 'all' },
  /** Propose that a code be suspended; `codes.decide` says whether it is. */
  'codes.propose': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Plans of visits to the places of codes, and how far they are. */
  'monitoring.read': { inspector: 'place', officer: 'place', agency: 'place', admin: 'all' },
  /** Plan visits, assign, cancel them; say how often places are checked. */
  'monitoring.plan': { officer: 'place', admin: 'all' },
  /** Make visits: put one down as done, move it within its time. */
  'monitoring.visit': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Read minutes of inspections: those of one's place; a holder those of its own places. */
  'inspections.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  'inspections.write': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Say by which questions places are inspected: a province its own, an administrator for all. */
  'inspection_forms.write': { officer: 'place', admin: 'all' },
  /** Visits to shops and fairs. */
  'retail.read': { inspector: 'place', officer: 'place', agency: 'place', admin: 'all' },
  'retail.write': { inspector: 'place', officer: 'place', admin: 'all' },
  'recalls.write': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Report a problem with goods or a label. Shoppers do without an account. */
  'reports.make': everyone('all'),
  /** Read what was reported: producers of their own goods, without how to reach who did. */
  'reports.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Take up, answer, join and close reports, and read how to reach their senders. */
  'reports.answer': { officer: 'place', admin: 'all' },
  /** Look into labels that may be copied, and say whether they are. */
  'copies.inspect': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Read diaries with what is not public of them (who did it, on which plot). */
  'diary.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Correct an entry. Whoever checks diaries does not write them. */
  'diary.write': { producer: 'own', packer: 'own', admin: 'all' },
  'diary.verify': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Say which plant-protection products are permitted and what markets ban: one list for all. */
  'protection.write': { officer: 'all', admin: 'all' },
  /** Read residue samples: a producer those that were taken at theirs. */
  'residues.read': { ...OWNERS, ...WATCHERS, admin: 'all' },
  /** Plan and take samples, and put down what laboratories found. */
  'residues.write': { inspector: 'place', officer: 'place', admin: 'all' },
  /** How many samples a year is to have, against what was taken. */
  'residue_plans.read': { inspector: 'place', officer: 'place', agency: 'place', admin: 'all' },
  'residue_plans.write': { officer: 'place' },
  /** Plan the samples that one's own organisation means to have taken, and see what came of them. */
  'residue_plans.own': { producer: 'own', packer: 'own', admin: 'own' },
  /** Say what markets ask of crops: one set of rules for all. */
  'market_rules.write': { officer: 'all', admin: 'all' },
  /** Say which days public bodies do not work: one calendar for all. */
  'calendar.write': { officer: 'all', admin: 'all' },
  /**
   * Put down what a producer is certified for, and tests of its batches: declared where the producer
   * does, confirmed at once where somebody does who may confirm.
   */
  'certificates.declare': { producer: 'own', packer: 'own', officer: 'place', admin: 'all' },
  /** Confirm or refuse what was declared, and take it away. Nobody does for their own organisation. */
  'certificates.write': { officer: 'place', admin: 'all' },
  /**
   * Send what was written down without signal, and the photos of it. What it is asks for a right of its
   * own when it arrives.
   */
  'outbox.send': everyone('own'),
  /** Put down what labels looked like on the spot. */
  'labels.check': { inspector: 'place', officer: 'place', admin: 'all' },
  /** Keep the batches and codes of one's place on a device, to check labels without signal. */
  'labels.register': { inspector: 'place', officer: 'place', agency: 'place', admin: 'all' },
  'keys.write': { admin: 'all' },
  /** Tokens that may reach every organisation: only at the command line. */
  'tokens.write': { admin: 'all' },
  /** Tokens for programs of one's own organisation, with no more rights than one has. */
  'tokens.own': { producer: 'own', packer: 'own', admin: 'own' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Permission = keyof typeof PERMISSIONS

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[]

/** Who asks: a role held in an organisation, over a place. */
export type Holder = {
  readonly role: Role
  readonly organisationId: string
  readonly place: Place
}

/** What is asked for: whose it is and where it lies. Null parts are not known. */
export type Target = { readonly organisationId: string | null; readonly place: Place | null }

/** How far the permission goes for the role; null where it does not go at all. */
export function reachOf(role: Role, permission: Permission): Reach | null {
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[permission]
  return row[role] ?? null
}

/** May the holder do it to this? Null is the installation as a whole: only who reaches all of it may. */
export function isAllowed(holder: Holder, permission: Permission, target: Target | null): boolean {
  const reach = reachOf(holder.role, permission)
  switch (reach) {
    case null:
      return false
    case 'all':
      return true
    case 'own':
      return target !== null && target.organisationId === holder.organisationId
    case 'place':
      return target !== null && target.place !== null && covers(holder.place, target.place)
  }
}

function everyone<R extends Reach>(reach: R) {
  return {
    producer: reach,
    packer: reach,
    inspector: reach,
    officer: reach,
    agency: reach,
    admin: reach,
  }
}
