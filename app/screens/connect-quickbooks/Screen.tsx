/** Why QuickBooks is not connected after a consent page, and what to do. Stands outside of Shopify's admin, so it is plain HTML. */

export type ConnectFailure = "declined" | "invalid_state" | "not_authorised" | "company_taken" | "other_company";
export type ConnectFailureView = { reason: ConnectFailure; appUrl: string | null };

const SENTENCES = {
  declined: "QuickBooks was not connected, because access was not allowed. Nothing was changed.",
  invalid_state: "This link was used already or is too old. Open Tieout in your Shopify admin and choose Connect QuickBooks again.",
  not_authorised: "QuickBooks did not confirm the connection. Choose Connect QuickBooks again.",
  company_taken: "This QuickBooks company is connected to another Shopify store. Disconnect it there, or choose another company.",
  other_company: "This store is connected to another QuickBooks company. Disconnect that one first, or choose the same company.",
} as const satisfies Record<ConnectFailure, string>;

export function ConnectFailureScreen({ view }: { view: ConnectFailureView }) {
  return (
    <main>
      <h1>QuickBooks is not connected</h1>
      <p>{SENTENCES[view.reason]}</p>
      {view.appUrl === null ? null : (
        <p>
          <a href={view.appUrl}>Back to Tieout</a>
        </p>
      )}
    </main>
  );
}
