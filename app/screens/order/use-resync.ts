/** The press of "Resync", and the toast that answers it. */
import { useEffect } from "react";
import { useFetcher } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";

export type Resync = { running: boolean; start: () => void };

export function useResync(): Resync {
  const fetcher = useFetcher<{ message: string | null }>();
  const { data, state } = fetcher;
  useEffect(() => {
    if (state === "idle" && typeof data?.message === "string") showToast(data.message);
  }, [data, state]);
  return { running: state !== "idle", start: () => fetcher.submit(null, { method: "post" }) };
}
