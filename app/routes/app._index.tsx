import { useEffect } from "react";
import { useFetcher, useLoaderData } from "@remix-run/react";
import type { beginConnecting } from "#app/screens/connect-quickbooks/action.server.ts";
import { loadHome } from "#app/screens/home/loader.server.ts";
import { HomeScreen } from "#app/screens/home/Screen.tsx";

export const loader = loadHome;

export default function Home() {
  const { submit, state, data } = useFetcher<typeof beginConnecting>();
  useEffect(() => {
    if (data) open(data.consentUrl, "_top");
  }, [data]);
  return (
    <HomeScreen
      view={useLoaderData<typeof loader>()}
      connecting={state !== "idle" || data !== undefined}
      onConnect={() => submit(null, { method: "post", action: "/quickbooks/connect" })}
    />
  );
}
