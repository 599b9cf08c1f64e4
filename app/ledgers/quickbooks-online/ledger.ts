/** QuickBooks Online as a `Ledger`: puts client, mappers and faults together. No vendor type leaves this folder, and no write is ever repeated here. */
import { KIND_WORDS } from "#app/domain/documents/kind.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { Ledger, LedgerDocument } from "#app/pipeline/ports/ledger.ts";
import { mapping, reading, under } from "./answers.ts";
import { type ClientOptions, createQuickBooksClient } from "./client/client.ts";
import type { WriteEntity } from "./client/vendor-calls.ts";
import { readCompanyFacts } from "./company.ts";
import { createCustomer, readCustomer, wireDisplayName } from "./mappers/customer.ts";
import { ENTITIES, READERS, subjectOf, writeToWire } from "./mappers/documents.ts";
import { createItem, readItem, readSalesItem, wireItemName } from "./mappers/item.ts";
import { readVendor } from "./mappers/vendor.ts";
import { withoutApplication } from "./mappers/payment.ts";
import { type CompanyCurrency, UnmappableError } from "./mappers/wire-body.ts";
import { conditionsOf, groupedLookUps } from "./look-up-conditions.ts";
import { inGroups } from "./query.ts";
import { depositSchema } from "./wire-schemas.ts";

export type QuickBooksLedgerOptions = ClientOptions & {
  /** What is known of the company's currencies from an earlier `readCompany`; null before the first one, which must then come first. */
  company: CompanyCurrency | null;
};

export function createQuickBooksLedger(options: QuickBooksLedgerOptions): Ledger {
  const client = createQuickBooksClient(options);
  let company = options.company;

  const currencies = (): CompanyCurrency => {
    if (company === null) throw new UnmappableError("the company's currency is not known: read the company first");
    return company;
  };

  async function create<Echo>(
    entity: WriteEntity, subject: string, requestId: string, toWire: () => Record<string, unknown>, fromWire: (row: unknown) => Echo,
  ): Promise<Result<Echo, Fault>> {
    const body = mapping(toWire);
    if (!body.ok) return body;
    const answer = await client.create(entity, body.value, requestId, subject);
    return answer.ok ? reading(writing(entity), () => fromWire(under(entity, answer.value))) : answer;
  }

  async function rowsWithAny(entity: string, field: string, values: readonly string[]): Promise<Result<unknown[], Fault>> {
    const rows: unknown[] = [];
    for (const group of inGroups(values)) {
      const found = await client.query(entity, [{ field, isOneOf: group }]);
      if (!found.ok) return found;
      rows.push(...found.value);
    }
    return success(rows);
  }

  return {
    async readCompany(wanted) {
      const facts = await readCompanyFacts(client, wanted);
      if (facts.ok) company = { homeCurrency: facts.value.homeCurrency, multiCurrency: facts.value.multiCurrency };
      return facts;
    },

    async findCustomers(displayNames, ids = []) {
      const names = displayNames.map(wireDisplayName);
      const byName = await rowsWithAny("Customer", "DisplayName", names);
      if (!byName.ok) return byName;
      const byId = await rowsWithAny("Customer", "Id", ids);
      if (!byId.ok) return byId;
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      return reading(querying("Customer"), () =>
        [...byName.value, ...byId.value].map(readCustomer).filter((customer) => customer.active && (ids.includes(customer.id) || wanted.has(customer.displayName.toLowerCase()))),
      );
    },

    async findItems({ skus, names, ids = [] }) {
      const bySku = await rowsWithAny("Item", "Sku", skus);
      if (!bySku.ok) return bySku;
      const byName = await rowsWithAny("Item", "Name", names.map(wireItemName));
      if (!byName.ok) return byName;
      const byId = await rowsWithAny("Item", "Id", ids);
      if (!byId.ok) return byId;
      return reading(querying("Item"), () => {
        const items = [...bySku.value, ...byName.value, ...byId.value].flatMap((row) => readSalesItem(row) ?? []);
        return [...new Map(items.map((item) => [item.id, item])).values()];
      });
    },

    async findVendors(names, ids) {
      const wanted = names.map(wireDisplayName);
      const byName = await rowsWithAny("Vendor", "DisplayName", wanted);
      if (!byName.ok) return byName;
      const byId = await rowsWithAny("Vendor", "Id", ids);
      if (!byId.ok) return byId;
      return reading({ effect: "read", call: "GET /query Vendor" }, () => {
        const active = [...byName.value, ...byId.value].map(readVendor).filter((vendor) => vendor.active);
        return [...new Map(active.map(({ id, name, currency }) => [id, { id, name, currency }])).values()];
      });
    },

    createCustomer: (customer, requestId) =>
      create("Customer", `customer ${customer.displayName}`, requestId, () => createCustomer(customer), readCustomer),

    createItem: (item, requestId) => create("Item", `item ${item.name}`, requestId, () => createItem(item), readItem),

    describe: (write) => mapping(() => writeToWire(write, currencies())),

    async write(write) {
      const { document, requestId } = write;
      const entity = ENTITIES[document.kind];
      const body = mapping(() => writeToWire(write, currencies()));
      if (!body.ok) return body;
      const send = write.op === "create" ? client.create : client.update;
      const answer = await send(entity, body.value, requestId, subjectOf(document));
      if (!answer.ok) return answer;
      return reading(writing(entity), () => READERS[document.kind](under(entity, answer.value), currencies().homeCurrency));
    },

    async read(kind, id) {
      const entity = ENTITIES[kind];
      const answer = await client.read(entity, id);
      // 610: the object was deleted or never was (05 §2).
      if (!answer.ok && answer.failure.kind === "rejected" && answer.failure.code === "610") return success(null);
      if (!answer.ok) return answer;
      return reading(querying(entity), () => READERS[kind](under(entity, answer.value), currencies().homeCurrency));
    },

    async remove({ op, kind, existing, requestId }) {
      const entity = ENTITIES[kind];
      const body = { Id: existing.id, SyncToken: existing.syncToken };
      const subject = `${KIND_WORDS[kind]} ${existing.id}`;
      if (op === "delete") return done(await client.delete(entity, body, requestId, subject));
      if (entity !== "Invoice" && entity !== "Payment") return failure({ kind: "defect", detail: `a ${KIND_WORDS[kind]} cannot be voided` });
      return done(await client.void(entity, body, requestId, subject));
    },

    async deposited(documents, since) {
      const wanted = (link: { TxnId: string; TxnType: string }) => documents.find(({ kind, id }) => id === link.TxnId && ENTITIES[kind] === link.TxnType) ?? [];
      // Lines cannot stand in a condition (05 §1.13), so the deposits since the oldest document are read and looked through.
      const rows = await client.query("Deposit", [{ field: "TxnDate", atLeast: since.toString() }]);
      if (!rows.ok) return rows;
      return reading(querying("Deposit"), () => rows.value.map((row) => depositSchema.parse(row)).flatMap(({ Id, TxnDate, Line }) =>
        Line.flatMap(({ LinkedTxn = [] }) => LinkedTxn).flatMap(wanted).map((document) => ({ ...document, depositId: Id, depositDate: TxnDate }))));
    },

    async takeOff(payment, invoiceId, requestId) {
      const body = mapping(() => withoutApplication(payment, invoiceId));
      if (!body.ok) return body;
      const answer = await client.update("Payment", body.value, requestId, `payment ${payment.reference ?? payment.id}`);
      return answer.ok ? reading(writing("Payment"), () => READERS.payment(under("Payment", answer.value), currencies().homeCurrency)) : answer;
    },

    async lookUp(wanted) {
      const entity = ENTITIES[wanted.kind];
      const rows = await client.query(entity, conditionsOf(wanted));
      if (!rows.ok) return rows;
      return reading(querying(entity), () => rows.value.map((row) => READERS[wanted.kind](row, currencies().homeCurrency)));
    },

    async lookUpAll(wanted) {
      const found: LedgerDocument[] = [];
      for (const { kind, field, values } of groupedLookUps(wanted)) {
        const entity = ENTITIES[kind];
        const rows = await rowsWithAny(entity, field, values);
        if (!rows.ok) return rows;
        const documents = reading(querying(entity), () => rows.value.map((row) => READERS[kind](row, currencies().homeCurrency)));
        if (!documents.ok) return documents;
        found.push(...documents.value);
      }
      return success([...new Map(found.map((document) => [`${document.kind}/${document.id}`, document])).values()]);
    },
  };
}

const done = (answer: Result<unknown, Fault>): Result<null, Fault> => (answer.ok ? success(null) : answer);
const writing = (entity: WriteEntity) => ({ effect: "write", call: `POST /${entity.toLowerCase()}` }) as const;
const querying = (entity: WriteEntity | "Deposit") => ({ effect: "read", call: `GET /query ${entity}` }) as const;
