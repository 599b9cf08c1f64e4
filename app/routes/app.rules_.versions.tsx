import { useLoaderData } from "@remix-run/react";
import { loadVersions, restoreVersion } from "#app/screens/rule-versions/loader.server.ts";
import { VersionsScreen } from "#app/screens/rule-versions/Screen.tsx";

export const loader = loadVersions;
export const action = restoreVersion;

export default function Versions() {
  return <VersionsScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
