/** The repositories of a preview: everything is read from the real ones, everything written stays in memory. */
import { Temporal } from "temporal-polyfill";
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { Binding, BindingType, Bindings, ConnectionState, DueOrders, Instant, Intent, Orders, RunTerms, ShopRepositories, Wish } from "../ports/repositories.ts";
import { createShadowPostings } from "./shadow-postings.ts";

export type ShadowParts = {
  orderIds: readonly string[];
  /** What a run would say for every one of the orders; null: no run asks, a person presses Resync on one. */
  terms: Omit<RunTerms, "runIds"> | null;
  record: Orders["record"];
  /** An order that was not planned to its end. */
  aside(orderId: string, state: string, reason: string): void;
  stopped: Orders["recordStopped"];
  intended(intent: Intent): void;
};

export function shadowRepositories(real: ShopRepositories, parts: ShadowParts): ShopRepositories {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    shop: real.shop,
    configuration: real.configuration,
    postings: createShadowPostings(real.postings, parts.intended),
    bindings: shadowBindings(real.bindings),
    connection: shadowConnection(real.connection),
    due: onlyThese(parts.orderIds),
    lookUps: { pending: (orders) => real.lookUps.pending(orders), done: nothing },
    // A sync by a person's hand takes away what was wished before; on the order's own page it is a wish itself.
    wishes: { of: (orderIds) => Promise.resolve(new Map(parts.terms === null ? orderIds.map((orderId) => [orderId, ownResync(orderId)]) : [])), settle: nothing },
    runs: {
      of: (orderIds) => {
        const { terms } = parts;
        return Promise.resolve(new Map(terms === null ? [] : orderIds.map((id) => [id, { ...terms, runIds: [] }])));
      },
      settle: nothing,
    },
    orders: {
      saveSnapshot: nothing,
      record: parts.record,
      recordStopped: parts.stopped,
      recordAside: (orderId, { state, reason }) => Promise.resolve(parts.aside(orderId, state, reason)),
      recordUnread: (orderId, reason) => Promise.resolve(parts.aside(orderId, "attention", reason)),
    },
  };
}

const ownResync = (orderId: string): Wish => ({ orderId, orderName: orderId, kind: "resync", state: "asked", found: null, asItIs: false, refusal: [], askedBy: null, askedAt: Temporal.Instant.fromEpochMilliseconds(0) });

/** Due once, by a person's hand; never again. */
function onlyThese(orderIds: readonly string[]): DueOrders {
  let waiting = [...new Set(orderIds)];
  return {
    take: (now, limit) => {
      const taken = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      return Promise.resolve(taken.map((orderId, index) => ({ orderId, seq: BigInt(index), origin: "person", attempts: 0, firstDueAt: now })));
    },
    mark: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    postpone: () => Promise.resolve(),
  };
}

function shadowBindings(real: Bindings): Bindings {
  const bound = new Map<string, Binding & { ledgerId: string }>();
  const keyOf = (type: BindingType, localKey: string): string => `${type}/${localKey}`;
  return {
    async load(type, localKeys) {
      const held = await real.load(type, localKeys);
      return new Map(localKeys.flatMap((key) => {
        const binding = bound.get(keyOf(type, key)) ?? held.get(key);
        return binding ? [[key, binding] as const] : [];
      }));
    },
    bind: (type, binding) => {
      bound.set(keyOf(type, binding.localKey), binding);
      return Promise.resolve();
    },
    boundTo: async (type, ledgerId) =>
      [...bound].find(([key, each]) => key.startsWith(`${type}/`) && each.ledgerId === ledgerId)?.[1].localKey ?? real.boundTo(type, ledgerId),
  };
}

function shadowConnection(real: ConnectionState): ConnectionState {
  let read: { company: CompanyFacts; readAt: Instant } | null = null;
  let linkCloses: boolean | null = null;
  return {
    id: real.id,
    realmId: real.realmId,
    async facts() {
      const held = await real.facts();
      const company = read ?? held;
      return company && { company: company.company, readAt: company.readAt, linkClosesSalesOrder: held?.linkClosesSalesOrder ?? linkCloses };
    },
    saveCompany: (company, at) => {
      read = { company, readAt: at };
      return Promise.resolve();
    },
    learnLinkCloses: (closes) => {
      linkCloses = closes;
      return Promise.resolve();
    },
    park: () => Promise.resolve(),
  };
}
