import { useLoaderData } from "@remix-run/react";
import { saveRules } from "#app/screens/rules/action.server.ts";
import { loadRules } from "#app/screens/rules/loader.server.ts";
import { RulesScreen } from "#app/screens/rules/Screen.tsx";

export const loader = loadRules;
export const action = saveRules;

export default function Rules() {
  return <RulesScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
