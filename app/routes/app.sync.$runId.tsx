import { useLoaderData } from "@remix-run/react";
import { cancelRun } from "#app/screens/run/action.server.ts";
import { loadRun } from "#app/screens/run/loader.server.ts";
import { RunScreen } from "#app/screens/run/Screen.tsx";

export const loader = loadRun;
export const action = cancelRun;

export default function Run() {
  return <RunScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
