/** For dialogs that are rendered only while they are open: gives the keyboard back to what opened them, or to what has taken its place and id, or to the page. */
import { useEffect, useState } from "react";

export function useReturnFocus(): void {
  // Read while rendering: once effects run, the dialog has taken the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const still = opener?.isConnected === true ? opener : document.getElementById(opener?.id ?? "");
      const target = still instanceof HTMLElement && still !== document.body ? still : document.querySelector<HTMLElement>("main[tabindex]");
      target?.focus({ preventScroll: true });
    },
    [opener],
  );
}
