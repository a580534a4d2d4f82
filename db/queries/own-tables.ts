import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  application,
  applicationPaper,
  applicationStep,
  batch,
  batchHarvest,
  batchPurchase,
  batchSale,
  certification,
  diaryEvent,
  labelRun,
  lotEdge,
  product,
  purchaseLine,
  purchasePlan,
  purchaseReport,
  recallCase,
  residueResult,
  residueSample,
  season,
  site,
  siteHousehold,
} from '../schema/index.ts'
import type { Fields } from './fields.ts'
import { pick } from './pick.ts'

export type OwnTable = {
  readonly fields: Fields
  /** Its rows that belong to an organisation. */
  readonly of: (organisationId: string) => SQL
  /** What its rows are read in the order of; tells each apart. */
  readonly key: readonly [SQLiteColumn, SQLiteColumn]
}

const ofBatches = (table: SQL, batchId: SQLiteColumn) => (organisationId: string) =>
  sql`${table} WHERE ${batchId} IN (SELECT b.id FROM batch b
    WHERE b.organisation_id = ${organisationId})`

const ofSites = (table: SQL, siteId: SQLiteColumn) => (organisationId: string) =>
  sql`${table} JOIN site ON site.id = ${siteId} WHERE ${siteId} IN (SELECT s.id FROM site s
    WHERE s.organisation_id = ${organisationId})`

const ofApplications = (table: SQL, applicationId: SQLiteColumn) => (organisationId: string) =>
  sql`${table} WHERE ${applicationId} IN (SELECT a.id FROM application a
    WHERE a.organisation_id = ${organisationId})`

/** Samples that were taken at an organisation; what is only planned is not told before. */
const taken = (organisationId: string) =>
  sql`(SELECT r.id FROM residue_sample r
    WHERE r.organisation_id = ${organisationId} AND r.taken_on IS NOT NULL)`

/** Entries of its places, and those that were written on a place while it was its own, before it changed hands. */
const keptBy = (organisationId: string) => {
  const handedOn = sql`FROM application a WHERE a.organisation_id = ${organisationId}
    AND a.kind = 'change_holder' AND a.state = 'approved'`
  return sql`diary_event JOIN site ON site.id = ${diaryEvent.siteId}
    WHERE ${diaryEvent.siteId} IN (SELECT s.id FROM site s
        WHERE s.organisation_id = ${organisationId} UNION SELECT a.site_id ${handedOn})
      AND (${site.organisationId} = ${organisationId} OR EXISTS (SELECT 1 ${handedOn}
        AND a.site_id = ${diaryEvent.siteId} AND ${diaryEvent.recordedAt} <= a.closed_at))`
}

const { id: batchId } = batch

/** All that an organisation keeps here, by the name of its file. No key, no secret, nobody else's. */
export const OWN_TABLES = {
  products: {
    fields: {
      ...pick(product, 'id', 'name', 'gtin', 'brand', 'netContentValue', 'netContentUnit'),
      ...pick(product, 'shelfLifeDays', 'inputPerOutput', 'archivedAt', 'createdAt'),
    },
    of: (id) => sql`product WHERE ${product.organisationId} = ${id}`,
    key: [product.nameFolded, product.id],
  },
  batches: {
    fields: {
      ...pick(batch, 'id', 'ref', 'lot', 'productId', 'packedOn', 'expiresOn', 'harvestedOn'),
      ...pick(batch, 'quantityValue', 'quantityUnit', 'markets', 'sealedAt', 'annulledAt'),
      createdAt: batch.createdAt,
    },
    of: (id) => sql`batch WHERE ${batch.organisationId} = ${id}`,
    key: [batch.createdAt, batchId],
  },
  batch_sources: {
    fields: {
      batchId: lotEdge.toBatchId,
      ...pick(lotEdge, 'fromBatchId', 'quantityKg', 'createdAt'),
    },
    of: ofBatches(sql`lot_edge`, lotEdge.toBatchId),
    key: [lotEdge.toBatchId, lotEdge.fromBatchId],
  },
  batch_harvests: {
    fields: pick(batchHarvest, 'batchId', 'diaryEventId', 'quantityKg', 'createdAt'),
    of: ofBatches(sql`batch_harvest`, batchHarvest.batchId),
    key: [batchHarvest.batchId, batchHarvest.diaryEventId],
  },
  batch_purchases: {
    fields: pick(batchPurchase, 'id', 'batchId', 'seller', 'quantityKg', 'boughtOn', 'paperNo'),
    of: ofBatches(sql`batch_purchase`, batchPurchase.batchId),
    key: [batchPurchase.batchId, batchPurchase.id],
  },
  batch_sales: {
    fields: {
      ...pick(batchSale, 'id', 'batchId', 'buyer', 'quantityKg', 'soldOn'),
      ...pick(batchSale, 'email', 'phone', 'paperNo'),
    },
    of: ofBatches(sql`batch_sale`, batchSale.batchId),
    key: [batchSale.batchId, batchSale.id],
  },
  label_runs: {
    fields: {
      ...pick(labelRun, 'id', 'batchId', 'profile', 'fromSerial', 'toSerial'),
      ...pick(labelRun, 'copies', 'hasPin', 'createdAt'),
    },
    of: ofBatches(sql`label_run`, labelRun.batchId),
    key: [labelRun.batchId, labelRun.id],
  },
  diary: {
    fields: {
      ...pick(diaryEvent, 'id', 'siteId', 'batchId', 'kind', 'occurredOn', 'recordedAt'),
      ...pick(diaryEvent, 'summary', 'details', 'amendsId', 'retracts', 'reason'),
      siteName: site.name,
    },
    of: keptBy,
    key: [diaryEvent.siteId, diaryEvent.id],
  },
  households: {
    fields: {
      ...pick(siteHousehold, 'id', 'siteId', 'name', 'phone', 'plot', 'areaHa', 'treeCount'),
      siteName: site.name,
    },
    of: ofSites(sql`site_household`, siteHousehold.siteId),
    key: [siteHousehold.siteId, siteHousehold.position],
  },
  seasons: {
    fields: {
      ...pick(season, 'id', 'siteId', 'householdName', 'plot', 'crop', 'variety', 'areaHa'),
      ...pick(season, 'standard', 'standardNote', 'startsOn', 'floweringOn', 'expectedFromOn'),
      ...pick(season, 'expectedToOn', 'expectedYieldKg', 'markets', 'endedOn', 'yieldKg'),
      ...pick(season, 'closedAt', 'createdAt'),
    },
    of: (id) => sql`season WHERE ${season.organisationId} = ${id}`,
    key: [season.startsOn, season.id],
  },
  certifications: {
    fields: {
      ...pick(certification, 'id', 'kind', 'productId', 'siteId', 'batchId', 'number'),
      ...pick(certification, 'standard', 'issuedBy', 'issuedOn', 'expiresOn', 'state'),
    },
    of: (id) => sql`certification WHERE ${certification.organisationId} = ${id}`,
    key: [certification.createdAt, certification.id],
  },
  purchase_reports: {
    fields: {
      ...pick(purchaseLine, 'id', 'reportId', 'fromOn', 'toOn', 'codeId', 'siteId', 'cropName'),
      ...pick(purchaseLine, 'boughtKg', 'soldKg', 'destination', 'counterpart'),
      ...pick(purchaseReport, 'version', 'isWithdrawn', 'reason', 'recordedAt', 'replacedBy'),
    },
    of: (id) => sql`purchase_report JOIN purchase_line
      ON purchase_line.report_id = purchase_report.id WHERE ${purchaseReport.organisationId} = ${id}`,
    key: [purchaseReport.id, purchaseLine.id],
  },
  purchase_plans: {
    fields: pick(
      purchasePlan,
      'id',
      'seasonId',
      'month',
      'buyer',
      'quantityKg',
      'note',
      'createdAt',
    ),
    of: (id) => sql`purchase_plan WHERE ${purchasePlan.organisationId} = ${id}`,
    key: [purchasePlan.createdAt, purchasePlan.id],
  },
  applications: {
    fields: {
      ...pick(application, 'id', 'numberSpace', 'year', 'sequence', 'kind', 'state', 'siteId'),
      ...pick(application, 'answers', 'marketAsks', 'handedInOn', 'dueOn', 'termBasis'),
      ...pick(application, 'checkOn', 'checkOutcome', 'grantedCodes', 'openedAt', 'closedAt'),
    },
    of: (id) => sql`application WHERE ${application.organisationId} = ${id}`,
    key: [application.openedAt, application.id],
  },
  application_steps: {
    fields: pick(
      applicationStep,
      ...(['id', 'applicationId', 'step', 'side', 'toState', 'day', 'reason', 'at'] as const),
    ),
    of: ofApplications(sql`application_step`, applicationStep.applicationId),
    key: [applicationStep.applicationId, applicationStep.id],
  },
  application_papers: {
    fields: pick(
      applicationPaper,
      ...(['id', 'applicationId', 'kind', 'templateFrom', 'fileName', 'mediaType'] as const),
      ...(['bytes', 'sha256', 'addedAt', 'withdrawnAt'] as const),
    ),
    of: ofApplications(sql`application_paper`, applicationPaper.applicationId),
    key: [applicationPaper.applicationId, applicationPaper.id],
  },
  residue_samples: {
    fields: {
      ...pick(residueSample, 'id', 'state', 'about', 'siteId', 'batchId', 'cropName', 'markets'),
      ...pick(residueSample, 'takenOn', 'sampleNo', 'laboratory', 'reportNo', 'reportedOn'),
      createdAt: residueSample.createdAt,
    },
    of: (id) => sql`residue_sample WHERE ${residueSample.id} IN ${taken(id)}`,
    key: [residueSample.createdAt, residueSample.id],
  },
  residue_results: {
    fields: pick(
      residueResult,
      ...(['id', 'sampleId', 'analyte', 'relation', 'value', 'unit', 'recordedAt'] as const),
    ),
    of: (id) => sql`residue_result WHERE ${residueResult.sampleId} IN ${taken(id)}`,
    key: [residueResult.sampleId, residueResult.id],
  },
  recalls: {
    fields: {
      ...pick(recallCase, 'id', 'wording', 'documentNo', 'startedAt', 'reportDueOn'),
      ...pick(recallCase, 'reportedAt', 'handling', 'closedAt'),
    },
    of: (id) => sql`recall_case WHERE ${recallCase.organisationId} = ${id}`,
    key: [recallCase.startedAt, recallCase.id],
  },
} as const satisfies Readonly<Record<string, OwnTable>>

export type OwnTableName = keyof typeof OWN_TABLES
