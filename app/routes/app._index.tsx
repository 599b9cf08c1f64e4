import { useFetcher, useLoaderData } from "@remix-run/react";
import { loadHome } from "#app/screens/home/loader.server.ts";
import { HomeScreen } from "#app/screens/home/Screen.tsx";

export const loader = loadHome;

export default function Home() {
  const connect = useFetcher();
  return (
    <HomeScreen
      view={useLoaderData<typeof loader>()}
      connecting={connect.state !== "idle"}
      onConnect={() => connect.submit(null, { method: "post", action: "/quickbooks/connect" })}
    />
  );
}
