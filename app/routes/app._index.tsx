import { useLoaderData } from "@remix-run/react";
import { loadHome } from "#app/screens/home/loader.server.ts";
import { HomeScreen } from "#app/screens/home/Screen.tsx";
import { useConnect } from "#app/screens/home/use-connect.ts";

export const loader = loadHome;

export default function Home() {
  return <HomeScreen view={useLoaderData<typeof loader>()} connect={useConnect()} />;
}
