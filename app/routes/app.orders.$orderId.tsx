import { useLoaderData } from "@remix-run/react";
import { askOfOrder } from "#app/screens/order/action.server.ts";
import { loadOrder } from "#app/screens/order/loader.server.ts";
import { OrderScreen } from "#app/screens/order/Screen.tsx";

export const loader = loadOrder;
export const action = askOfOrder;

export default function Order() {
  return <OrderScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
