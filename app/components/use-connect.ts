/** The press of "Connect QuickBooks". App Bridge adds the session token to the request and, told by the answer's header, leaves the iframe for QuickBooks (06 §3). */
import { useState } from "react";

export type Connect = { state: "idle" | "leaving" | "failed"; start: () => void };

export function useConnect(): Connect {
  const [state, setState] = useState<Connect["state"]>("idle");
  const start = async (): Promise<void> => {
    setState("leaving");
    const left = await fetch("/quickbooks/connect", { method: "POST" }).then(leadsAway, () => false);
    if (!left) setState("failed");
  };
  return { state, start: () => void start() };
}

const leadsAway = (response: Response): boolean => response.headers.has("X-Shopify-API-Request-Failure-Reauthorize-Url");
