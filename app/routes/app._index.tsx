import { useLoaderData } from "@remix-run/react";
import { loadHome } from "#app/screens/home/loader.server.ts";
import { HomeScreen } from "#app/screens/home/Screen.tsx";

export const loader = loadHome;

export default function Home() {
  return <HomeScreen view={useLoaderData<typeof loader>()} />;
}

export { ScreenError as ErrorBoundary } from "#app/components/ScreenError.tsx";
export { libraryHeaders as headers } from "#app/components/library-headers.ts";
