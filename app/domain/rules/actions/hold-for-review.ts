import { type Action, treatmentAction } from "./action.ts";

export const holdForReview: Action = treatmentAction({
  key: "hold_for_review", label: "Hold for review", settles: "hold",
  help: "The order waits until a rule no longer holds it, and no rule below is asked. Of an order that is in QuickBooks already, what changes waits and is told; Resync on its page sends it.",
  phrase: "hold the order for review",
});
