import { useLoaderData } from "@remix-run/react";
import { importRules, loadExchange } from "#app/screens/rule-exchange/loader.server.ts";
import { ExchangeScreen } from "#app/screens/rule-exchange/Screen.tsx";

export const loader = loadExchange;
export const action = importRules;

export default function Exchange() {
  return <ExchangeScreen view={useLoaderData<typeof loader>()} />;
}

export { clientAction, shouldRevalidate } from "#app/components/unanswered.ts";
export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
