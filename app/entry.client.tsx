/** Brings the server's HTML to life in the browser. */
import { startTransition, StrictMode } from "react";
import { RemixBrowser } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";

await pageDataHasCome();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

/** RemixBrowser suspends until the page's data has come. Around it there can be no Suspense, so a key or a click meanwhile would make React give up the whole page ("Root did not complete", remix-run/remix issue 10214): React starts once there is nothing to wait for. Called as a function, it throws that promise before its first hook. */
async function pageDataHasCome(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (!(thrown instanceof Promise)) throw thrown;
    await thrown;
  }
}
