/** The root of every query. */
import type { RunBulk } from "../bulk/bulk-root.ts";
import { bulkRoot } from "../bulk/bulk-root.ts";
import type { OrderRecord } from "../state/order-record.ts";
import { badRequest, MAX_PAGE } from "./connection.ts";
import type { OrdersArguments } from "./orders-connection.ts";
import { ordersConnection } from "./orders-connection.ts";
import { paymentsRoot } from "./payments-root.ts";
import { customerView } from "./views/buyer-view.ts";
import { orderView } from "./views/order-view.ts";
import { appInstallationView, shopView } from "./views/shop-view.ts";
import type { View, ViewContext } from "./views/view-context.ts";
import { gid } from "./views/view-context.ts";
import { visibleOrders } from "./visible-orders.ts";

/** `scopes`: what the app was granted. Of the nodes only orders, customers and the shop can be looked up by id. */
export function queryRoot(context: ViewContext, scopes: readonly string[], runBulk: RunBulk): View {
  const { shop } = context;
  const orderById = (id: string): OrderRecord | undefined => visibleOrders(context).find((order) => gid("Order", order.id) === id);
  const order = ({ id }: { id: string }): View | null => {
    const found = orderById(id);
    return found ? orderView(found, context) : null;
  };
  const node = ({ id }: { id: string }): View | null => {
    if (id === gid("Shop", shop.id)) return shopView(shop);
    const customer = shop.customers.find((candidate) => gid("Customer", candidate.id) === id);
    return customer ? customerView(customer, context) : order({ id });
  };
  return {
    order,
    node,
    nodes: ({ ids }: { ids: readonly string[] }) => {
      if (ids.length > MAX_PAGE) throw badRequest(`the array of ids must not hold more than ${MAX_PAGE}`);
      return ids.map((id) => node({ id }));
    },
    orders: (args: OrdersArguments) => ordersConnection(context, args),
    ...bulkRoot(context, runBulk),
    ...paymentsRoot(context, scopes, () => visibleOrders(context)),
    shop: () => shopView(shop),
    currentAppInstallation: () => appInstallationView(shop, scopes),
  };
}
