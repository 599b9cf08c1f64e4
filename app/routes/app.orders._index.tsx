import { useLoaderData } from "@remix-run/react";
import { loadOrders } from "#app/screens/orders/loader.server.ts";
import { OrdersScreen } from "#app/screens/orders/Screen.tsx";

export const loader = loadOrders;

export default function Orders() {
  return <OrdersScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
