/** Shopify's contextual save bar for a form that was changed, and the guard that keeps a person from leaving it by accident. */
import { useCallback, useEffect } from "react";
import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";

export type FormSaveBarProps = { dirty: boolean; saving: boolean; onSave: () => void; onDiscard: () => void };

export function FormSaveBar({ dirty, saving, onSave, onDiscard }: FormSaveBarProps) {
  useUnsavedGuard(dirty);
  return (
    <SaveBar id="form-save-bar" open={dirty}>
      <button variant="primary" type="button" disabled={saving} onClick={onSave}>
        Save
      </button>
      <button type="button" disabled={saving} onClick={onDiscard}>
        Discard
      </button>
    </SaveBar>
  );
}

/** The admin's own navigation asks by itself while the save bar is open; links inside the app and closing the tab are ours to ask. */
function useUnsavedGuard(dirty: boolean): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    // Resolves when the person chose to leave; staying leaves the navigation blocked.
    void shopify.saveBar.leaveConfirmation?.().then(blocker.proceed, blocker.reset);
  }, [blocker, shopify]);
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => (dirty ? event.preventDefault() : undefined), [dirty]));
}
