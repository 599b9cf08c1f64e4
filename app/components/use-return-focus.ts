/** For dialogs that are rendered only while they are open: gives the keyboard back to what opened them, or to the page where that is gone. */
import { useEffect, useState } from "react";

export function useReturnFocus(): void {
  // Read while rendering: once effects run, the dialog has taken the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const target = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : document.querySelector<HTMLElement>("main[tabindex]");
      target?.focus({ preventScroll: true });
    },
    [opener],
  );
}
