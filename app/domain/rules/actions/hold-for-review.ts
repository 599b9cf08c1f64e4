import { type Action, treatmentAction } from "./action.ts";

export const holdForReview: Action = treatmentAction({
  key: "hold_for_review", label: "Hold for review", settles: "hold",
  help: "The order waits until somebody releases it, and no rule below is asked.",
  phrase: "hold the order for review",
});
