import { isZero } from "../../money/money.ts";
import { type Action, lineAction } from "./action.ts";

export const skipLines: Action = lineAction({
  key: "skip_lines", label: "Skip lines", group: "lines", setsOnLines: "skip",
  help: "Leaves lines of amount 0 out; others stay, because totals would not agree.",
  phrase: "leave out {lines}",
  value: null,
  refusal: (_value, { gross }) => (isZero(gross) ? null : "only lines of amount 0 are left out, because totals would not agree"),
});
