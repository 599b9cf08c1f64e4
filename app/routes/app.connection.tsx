import { useLoaderData } from "@remix-run/react";
import { disconnect } from "#app/screens/connection/action.server.ts";
import { loadConnection } from "#app/screens/connection/loader.server.ts";
import { ConnectionScreen } from "#app/screens/connection/Screen.tsx";

export const loader = loadConnection;
export const action = disconnect;

export default function Connection() {
  return <ConnectionScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
