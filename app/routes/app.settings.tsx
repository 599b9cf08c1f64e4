import { useLoaderData } from "@remix-run/react";
import { saveSettings } from "#app/screens/settings/action.server.ts";
import { loadSettings } from "#app/screens/settings/loader.server.ts";
import { SettingsScreen } from "#app/screens/settings/Screen.tsx";

export const loader = loadSettings;
export const action = saveSettings;

export default function Settings() {
  return <SettingsScreen view={useLoaderData<typeof loader>()} />;
}

export { clientAction, shouldRevalidate } from "#app/components/unanswered.ts";
export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
