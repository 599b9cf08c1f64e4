/** The documents of orders, one row per part. What a document is still owed is worked out from our own payments, never guessed. */
import { money, type Money, parseMoney } from "#app/domain/money/money.ts";
import { aspectsSchema } from "../repositories/stored-shapes.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

export type StoredDocument = {
  kind: string;
  part: string;
  entity: string | null;
  ledgerId: string | null;
  number: string | null;
  date: string | null;
  total: Money;
  balance: Money | null;
  status: string | null;
  state: string;
};

type PostingRow = {
  orderId: string; kind: string; part: string; entity: string | null; ledgerId: string | null; number: string | null; date: string | null;
  currency: string; totalMinor: bigint; balanceMinor: bigint | null; status: string | null; state: string; aspects: unknown;
};

/** By order id, in the order they were made; of a part that was made again only the newest one. */
export async function readDocuments(scope: DeskScope, orderIds: readonly string[]): Promise<Map<string, StoredDocument[]>> {
  const connection = await currentConnection(scope);
  if (connection === null || orderIds.length === 0) return new Map();
  const rows = await scope.prisma.$queryRaw<PostingRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (order_gid, kind, part)
        order_gid AS "orderId", kind, part, entity, ledger_id AS "ledgerId", doc_number AS number, doc_date::text AS date,
        currency, total_minor AS "totalMinor", balance_minor AS "balanceMinor", status, state, aspects, created_at, id
      FROM postings
      WHERE shop_id = ${scope.shopId} AND connection_id = ${connection.id} AND order_gid = ANY(${[...orderIds]}::text[])
      ORDER BY order_gid, kind, part, revision DESC
    ) AS newest
    ORDER BY created_at, part, id`;
  return new Map([...Map.groupBy(rows, ({ orderId }) => orderId)].map(([orderId, ofOrder]) => [orderId, ofOrder.map((row) => document(row, ofOrder))]));
}

function document(row: PostingRow, ofOrder: readonly PostingRow[]): StoredDocument {
  const { kind, part, entity, ledgerId, number, date, status, state, currency } = row;
  const total = money(currency, row.totalMinor);
  return { kind, part, entity, ledgerId, number, date, total, balance: balanceOf(row, total, ofOrder), status, state };
}

/** The echo of an invoice or a credit memo is from before payments were applied to it, and reading it again is metered; what they took off is known here. */
function balanceOf({ kind, part, balanceMinor, currency }: PostingRow, total: Money, ofOrder: readonly PostingRow[]): Money | null {
  if (kind !== "invoice" && kind !== "credit_memo") return balanceMinor === null ? null : money(currency, balanceMinor);
  const payments = ofOrder.filter((row) => row.kind === "payment" && row.state === "posted" && row.currency === currency);
  const paid = payments.reduce((sum, payment) => sum + appliedTo(`${kind}/${part}`, payment), 0n);
  return money(currency, total.minor - paid);
}

/** From the canonical text of the aspect, `invoice/1=119.73;…`, which follows every application, also one that the company made by itself. */
function appliedTo(ref: string, { aspects, currency }: PostingRow): bigint {
  const { applications = "" } = aspectsSchema.parse(aspects);
  const amounts = applications.split(";").flatMap((application) => {
    const [to, amount] = application.split("=");
    return to === ref && amount !== undefined ? [parseMoney(currency, amount).minor] : [];
  });
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
