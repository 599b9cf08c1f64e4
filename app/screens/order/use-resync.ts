/** The press of "Resync", here or on the order's page in Shopify, and the toast that answers it. */
import { useEffect, useRef } from "react";
import { useFetcher, useSearchParams } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";

export type Resync = { running: boolean; start: () => void };

export function useResync(): Resync {
  const fetcher = useFetcher<{ message: string | null }>();
  const { data, state } = fetcher;
  useEffect(() => {
    if (state === "idle" && typeof data?.message === "string") showToast(data.message);
  }, [data, state]);
  const start = (): void => fetcher.submit(null, { method: "post" });
  usePressedInShopify(start);
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
