import { useLoaderData } from "@remix-run/react";
import { completeConnecting } from "#app/screens/connect-quickbooks/loader.server.ts";
import { ConnectFailureScreen } from "#app/screens/connect-quickbooks/Screen.tsx";

export const loader = completeConnecting;

export default function Connected() {
  return <ConnectFailureScreen view={useLoaderData<typeof loader>()} />;
}
