/** What a person asks of the order, here or on the order's page in Shopify, and the toast that answers it. */
import { useEffect, useRef } from "react";
import { useFetcher, useSearchParams } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import type { LinkChoice } from "./view.ts";

export type Asked = { ask: "resync" } | { ask: "remove" } | { ask: "leaveOut" } | { ask: "link"; found: LinkChoice["found"] };

export type Ask = { running: boolean; start: (asked: Asked) => void };

export function useAsk(): Ask {
  const fetcher = useFetcher<{ message: string | null }>();
  const { data, state } = fetcher;
  useEffect(() => {
    if (state === "idle" && typeof data?.message === "string") showToast(data.message);
  }, [data, state]);
  const start = (asked: Asked): void => fetcher.submit(asked, { method: "post", encType: "application/json" });
  usePressedInShopify(() => start({ ask: "resync" }));
  return { running: state !== "idle", start };
}

/** Shopify's order page leads here with `resync=1`: the press counts once, also when the page is loaded again. */
function usePressedInShopify(start: () => void): void {
  const [parameters, setParameters] = useSearchParams();
  const done = useRef(false);
  useEffect(() => {
    if (parameters.get("resync") !== "1" || done.current) return;
    done.current = true;
    start();
    setParameters((current) => {
      current.delete("resync");
      return current;
    }, { replace: true });
  }, [parameters, setParameters, start]);
}
