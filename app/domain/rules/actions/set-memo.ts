import { type Action, orderAction } from "./action.ts";

export const setMemo: Action = orderAction({
  key: "set_memo", label: "Set memo", group: "order", sets: "memo",
  help: "Takes the place of the memo; the mark that Tieout finds its documents by stays.",
  phrase: "write the memo “{value}”",
  value: { name: "value", label: "Memo", kind: "text", help: "At most 1,000 characters.", maxLength: 1_000 },
});
