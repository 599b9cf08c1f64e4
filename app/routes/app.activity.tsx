import { useLoaderData } from "@remix-run/react";
import { loadActivity } from "#app/screens/activity/loader.server.ts";
import { ActivityScreen } from "#app/screens/activity/Screen.tsx";

export const loader = loadActivity;

export default function Activity() {
  return <ActivityScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
