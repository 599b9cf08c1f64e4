/** Reads a page's data again by itself: every `everyMs` while something is under way, and when somebody comes back to the tab. */
import { useEffect } from "react";
import { useRevalidator } from "@remix-run/react";

/** Null: only on coming back. A hidden tab asks nothing. */
export function useAutoRefresh(everyMs: number | null): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    };
    document.addEventListener("visibilitychange", refresh);
    const timer = everyMs === null ? undefined : setInterval(refresh, everyMs);
    return () => {
      document.removeEventListener("visibilitychange", refresh);
      clearInterval(timer);
    };
  }, [everyMs, revalidate, state]);
}
