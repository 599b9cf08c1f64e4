import { useLoaderData } from "@remix-run/react";
import { returnToAdmin } from "#app/screens/connect-quickbooks/loader.server.ts";
import { ConnectFailureOutside } from "#app/screens/connect-quickbooks/Screen.tsx";

export const loader = returnToAdmin;

export default function Callback() {
  return <ConnectFailureOutside view={useLoaderData<typeof loader>()} />;
}
