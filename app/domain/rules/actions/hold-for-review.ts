import { type Action, treatmentAction } from "./action.ts";

export const holdForReview: Action = treatmentAction({
  key: "hold_for_review", label: "Hold for review", settles: "hold",
  help: "The order waits until somebody presses Approve and send on its page, or no rule holds it any more; no rule below is asked. Of an order that is in QuickBooks already, what changes waits in the same way.",
  phrase: "hold the order for review",
});
