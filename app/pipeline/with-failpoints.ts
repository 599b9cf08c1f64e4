/** Puts failpoints around ports. The ports themselves know nothing of it, and what passes through is not changed. */
import type { DrainContext } from "./context.ts";
import { type FailpointName, type GuardedPorts, type Hit, type PortName, stepOf } from "./failpoints.ts";
import type { Postings, ShopRepositories } from "./ports/repositories.ts";
import type { TokenStore } from "./ports/token-store.ts";

/** Everything a drain writes with or sends through, with a point before and after each step. */
export function withFailpoints(context: DrainContext, hit: Hit): DrainContext {
  const follow = followOrders();
  const { repositories } = context;
  const around = <Name extends PortName>(name: Name, port: GuardedPorts[Name]): GuardedPorts[Name] => guarded(name, port, hit, follow.orderOf);
  return {
    ...context,
    repositories: {
      ...repositories,
      due: around("due", repositories.due),
      orders: around("orders", repositories.orders),
      postings: around("postings", follow.postings(repositories.postings)),
      bindings: around("bindings", repositories.bindings),
      lookUps: around("lookUps", repositories.lookUps),
      wishes: around("wishes", repositories.wishes),
      runs: around("runs", repositories.runs),
      configuration: around("configuration", repositories.configuration),
      connection: around("connection", repositories.connection),
    } satisfies ShopRepositories,
    source: around("source", context.source),
    ledger: around("ledger", context.ledger),
  };
}

/** One port outside of a drain. */
export const portWithFailpoints = <Name extends PortName, Port extends GuardedPorts[Name]>(name: Name, port: Port, hit: Hit): Port =>
  guarded(name, port, hit, (_step, parameters) => parameters.map(namedOrder).find((order) => order !== null) ?? null);

/** As any port, and around the request to the token service, which happens inside the store's lock. */
export function tokensWithFailpoints(store: TokenStore, hit: Hit): TokenStore {
  const about = { order: null };
  return portWithFailpoints("tokens", {
    read: () => store.read(),
    refreshExclusively: (refresh) =>
      store.refreshExclusively(async (current) => {
        await hit("tokens.refresh:before", about);
        const answer = await refresh(current);
        await hit("tokens.refresh:after", about);
        return answer;
      }),
  }, hit);
}

type OrderOf = (step: string, parameters: readonly unknown[]) => string | null;

function guarded<Port extends object>(name: PortName, port: Port, hit: Hit, orderOf: OrderOf): Port {
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      const step = typeof key === "string" ? stepOf(name, key) : null;
      if (step === null || typeof method !== "function") return method;
      return async (...parameters: unknown[]): Promise<unknown> => {
        const about = { order: orderOf(step, parameters) };
        await hit(`${step}:before` satisfies FailpointName, about);
        const answer: unknown = await Reflect.apply(method, target, parameters);
        await hit(`${step}:after` satisfies FailpointName, about);
        return answer;
      };
    },
  });
}

/** Tells which order a step is about: most name it; operations and requests are remembered from their intent, and the rest belongs to the order in hand. */
function followOrders(): { orderOf: OrderOf; postings(real: Postings): Postings } {
  const owners = new Map<string, string>();
  let inHand: string | null = null;
  return {
    orderOf(step, parameters) {
      const [first] = parameters;
      if (step === "due.take") inHand = null;
      if (step === "source.fetch" || step === "due.take") return null;
      if ((step === "orders.recordUnread" || step === "orders.recordAside") && typeof first === "string") return first;
      if (step === "orders.recordStopped") return idOf(first);
      const owner = typeof first === "string" ? owners.get(first) : owners.get(requestIdOf(first) ?? "");
      return namedOrder(first) ?? owner ?? inHand;
    },
    postings: (real) => ({
      ...real,
      async forOrders(orderIds) {
        const books = await real.forOrders(orderIds);
        inHand = orderIds.length === 1 ? (orderIds[0] ?? null) : inHand;
        for (const [orderId, { open }] of books) for (const operation of open) remember(orderId, operation);
        return books;
      },
      async intend(intent, at) {
        owners.set(intent.requestId, intent.orderId);
        const ids = await real.intend(intent, at);
        remember(intent.orderId, ids);
        return ids;
      },
    }),
  };

  function remember(orderId: string, { operationId, postingId }: { operationId: string; postingId: string }): void {
    owners.set(operationId, orderId);
    owners.set(postingId, orderId);
  }
}

const namedOrder = (parameter: unknown): string | null =>
  typeof parameter === "object" && parameter !== null && "orderId" in parameter && typeof parameter.orderId === "string" ? parameter.orderId : null;

const idOf = (parameter: unknown): string | null =>
  typeof parameter === "object" && parameter !== null && "id" in parameter && typeof parameter.id === "string" ? parameter.id : null;

const requestIdOf = (parameter: unknown): string | null =>
  typeof parameter === "object" && parameter !== null && "requestId" in parameter && typeof parameter.requestId === "string" ? parameter.requestId : null;
