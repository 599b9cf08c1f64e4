import { useLoaderData } from "@remix-run/react";
import { finishSetUp } from "#app/screens/setup/action.server.ts";
import { loadSetUp } from "#app/screens/setup/loader.server.ts";
import { SetUpScreen } from "#app/screens/setup/Screen.tsx";

export const loader = loadSetUp;
export const action = finishSetUp;

export default function SetUp() {
  return <SetUpScreen view={useLoaderData<typeof loader>()} />;
}

export { clientAction, shouldRevalidate } from "#app/components/unanswered.ts";
export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
