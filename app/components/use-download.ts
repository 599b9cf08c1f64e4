/** Fetches a file with the session token, which a plain link inside the admin's iframe would not carry, and hands it to the browser. */
import { useState } from "react";

export type Download = { state: "idle" | "fetching" | "failed"; start: () => void };

export function useDownload(url: string, name: string): Download {
  const [state, setState] = useState<Download["state"]>("idle");
  const start = async (): Promise<void> => {
    setState("fetching");
    const file = await fetch(url).then((response) => (response.ok ? response.blob() : null), () => null);
    setState(file === null ? "failed" : "idle");
    if (file === null) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return { state, start: () => void start() };
}
