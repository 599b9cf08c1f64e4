/** Reads what is posted, undone and under way for many orders at once: the input of diff and of look-ups. */
import { refKey } from "#app/domain/documents/kind.ts";
import { money } from "#app/domain/money/money.ts";
import type { PostedDocument, UndoneDocument } from "#app/domain/plan/operation.ts";
import type { MaybeTwice, OpenOperation, OrderBooks } from "#app/pipeline/ports/repositories.ts";
import { DefectError } from "./defect-error.ts";
import { toInstant, toPlainDate } from "./instants.ts";
import { LIVE_STATES, OPEN_STATES, openStateSchema } from "./posting-states.ts";
import type { ShopScope } from "./scope.ts";
import { aspectsSchema, kindSchema, lookUpSchema, operationNameSchema } from "./stored-shapes.ts";

/** Every asked-for order has an entry, empty where nothing was ever intended. Two queries, however many orders. */
export async function readOrderBooks(scope: ShopScope, orderIds: readonly string[]): Promise<Map<string, OrderBooks>> {
  const [postings, open] = await Promise.all([loadPostings(scope, orderIds), loadOpen(scope, orderIds)]);
  const postingsOf = group(postings, (row) => row.orderGid);
  const openOf = group(open, (row) => row.orderGid);
  return new Map(orderIds.map((orderId) => [orderId, booksOf(postingsOf.get(orderId) ?? [], openOf.get(orderId) ?? [])]));
}

const booksOf = (postings: readonly PostingRow[], open: readonly OpenRow[]): OrderBooks => ({
  posted: postings.filter((row) => row.state === "posted").map(postedDocument),
  undone: undoneDocuments(postings),
  open: open.map(openOperation),
  maybeTwice: postings.filter((row) => row.state === "posted").flatMap(maybeTwice),
  revisions: nextRevisions(postings),
});

function group<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

type PostingRow = {
  id: string; orderGid: string; kind: string; part: string; revision: number; state: string; ledgerId: string | null; syncToken: string | null; docNumber: string | null; docDate: Date | null;
  customerId: string | null; currency: string; totalMinor: bigint; aspects: unknown; copyMayComeUntil: Date | null; operations: { revision: number; op: string; lookUp: unknown; byOrder: boolean | null }[];
};

/** As SQL, like all that every run reads: what Prisma compiles for itself costs several times the query. */
const loadPostings = ({ prisma, shopId, connectionId }: ShopScope, orderIds: readonly string[]): Promise<PostingRow[]> =>
  prisma.$queryRaw<PostingRow[]>`
    SELECT id, order_gid AS "orderGid", kind, part, revision, state, ledger_id AS "ledgerId", sync_token AS "syncToken", doc_number AS "docNumber", doc_date AS "docDate",
      customer_ledger_id AS "customerId", currency, total_minor AS "totalMinor", aspects, copy_may_come_until AS "copyMayComeUntil", COALESCE(made.operations, '[]'::jsonb) AS operations
    FROM postings
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('revision', operations.revision, 'op', op, 'lookUp', look_up,
        'byOrder', operations.payload ->> 'by' = 'order' AND (operations.state = 'done' OR operations.fault ->> 'kind' = 'undone')) ORDER BY operations.revision) AS operations
      FROM operations WHERE operations.shop_id = ${shopId} AND operations.posting_id = postings.id
    ) AS made ON true
    WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND order_gid = ANY(${[...orderIds]}::text[])
    ORDER BY created_at, id`;

type OpenRow = {
  id: string; postingId: string; op: string; revision: number; requestId: string; payloadHash: string; state: string; sentAt: Date | null; aspects: unknown; lookUp: unknown;
  orderGid: string; kind: string; part: string; ledgerId: string | null;
};

const loadOpen = ({ prisma, shopId, connectionId }: ShopScope, orderIds: readonly string[]): Promise<OpenRow[]> =>
  prisma.$queryRaw<OpenRow[]>`
    SELECT operations.id, posting_id AS "postingId", op, operations.revision, request_id AS "requestId", payload_hash AS "payloadHash", operations.state, sent_at AS "sentAt",
      operations.aspects, look_up AS "lookUp", order_gid AS "orderGid", kind, part, ledger_id AS "ledgerId"
    FROM postings JOIN operations ON operations.shop_id = postings.shop_id AND operations.posting_id = postings.id AND operations.state = ANY(${[...OPEN_STATES]}::text[])
    WHERE postings.shop_id = ${shopId} AND connection_id = ${connectionId} AND order_gid = ANY(${[...orderIds]}::text[])
    ORDER BY operations.created_at, operations.revision, operations.id`;

const refOf = (row: { kind: string; part: string }) => ({ kind: kindSchema.parse(row.kind), part: row.part });

/** Parts whose document was taken away and not made again since; each with its newest revision. What was under way when a document turned out to be gone has done it as well as anybody. */
function undoneDocuments(rows: readonly PostingRow[]): UndoneDocument[] {
  const live = new Set(rows.filter((row) => LIVE_STATES.includes(row.state)).map((row) => refKey(refOf(row))));
  const newest = new Map<string, UndoneDocument>();
  for (const row of rows) {
    const ref = refOf(row);
    const key = refKey(ref);
    if (row.state !== "undone" || live.has(key)) continue;
    const last = newest.get(key);
    const mine = row.operations.filter((each) => each.byOrder === true);
    const voided = (last?.voided ?? 0) + (mine.some(({ op }) => op === "void") ? 1 : 0);
    const isNewer = row.revision > (last?.revision ?? -1);
    const byOrder = isNewer ? mine.length > 0 : last?.byOrder === true;
    newest.set(key, { ...ref, revision: isNewer ? row.revision : (last?.revision ?? row.revision), ...(byOrder && { byOrder }), ...(voided > 0 && { voided }) });
  }
  return [...newest.values()];
}

/** The first revision of each part that no operation has had, which is their count: revisions start at 0 and leave no gaps. */
function nextRevisions(rows: readonly PostingRow[]): Map<string, number> {
  const next = new Map<string, number>();
  for (const row of rows) {
    const key = refKey(refOf(row));
    next.set(key, Math.max(next.get(key) ?? 0, ...[row, ...row.operations].map(({ revision }) => revision + 1)));
  }
  return next;
}

function postedDocument(row: PostingRow): PostedDocument {
  if (row.ledgerId === null || row.syncToken === null || row.docDate === null) throw new DefectError(`posting ${row.id} is posted without the ledger's echo`);
  return {
    ...refOf(row),
    postingId: row.id,
    revision: row.revision,
    ledgerId: row.ledgerId,
    syncToken: row.syncToken,
    number: row.docNumber,
    date: toPlainDate(row.docDate),
    total: money(row.currency, row.totalMinor),
    customerId: row.customerId,
    aspects: aspectsSchema.parse(row.aspects),
  };
}

function maybeTwice(row: PostingRow): MaybeTwice[] {
  const creation = row.operations.find(({ op }) => op === "create");
  if (row.copyMayComeUntil === null || !creation) return [];
  return [{ document: postedDocument(row), until: toInstant(row.copyMayComeUntil), lookUp: lookUpSchema.parse(creation.lookUp) }];
}

function openOperation(row: OpenRow): OpenOperation {
  return {
    ...refOf(row),
    operationId: row.id,
    postingId: row.postingId,
    op: operationNameSchema.parse(row.op),
    revision: row.revision,
    requestId: row.requestId,
    payloadHash: row.payloadHash,
    state: openStateSchema.parse(row.state),
    sentAt: row.sentAt && toInstant(row.sentAt),
    ledgerId: row.ledgerId,
    lookUp: lookUpSchema.parse(row.lookUp),
    aspects: aspectsSchema.parse(row.aspects),
  };
}
