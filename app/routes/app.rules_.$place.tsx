import { useLoaderData, useLocation } from "@remix-run/react";
import { loadRule } from "#app/screens/rule/loader.server.ts";
import { saveRule } from "#app/screens/rule/save.server.ts";
import { RuleScreen } from "#app/screens/rule/Screen.tsx";

export const loader = loadRule;
export const action = saveRule;

export default function Rule() {
  const { pathname, search } = useLocation();
  // A duplicate or a template is another rule on the same route.
  return <RuleScreen key={pathname + search} view={useLoaderData<typeof loader>()} />;
}

export { clientAction, shouldRevalidate } from "#app/components/unanswered.ts";
export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
