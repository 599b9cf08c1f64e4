import { useLoaderData } from "@remix-run/react";
import { syncByHand } from "#app/screens/sync/action.server.ts";
import { loadSync } from "#app/screens/sync/loader.server.ts";
import { SyncScreen } from "#app/screens/sync/Screen.tsx";

export const loader = loadSync;
export const action = syncByHand;

export default function Sync() {
  return <SyncScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
