import { expect, it } from "vitest";
import { sampleBooks } from "../books/sample-books.ts";
import { decide } from "../decision/decide.ts";
import { sampleOrder } from "../order/sample-order.ts";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { possibleDocuments } from "./possible-documents.ts";

it("the payment of a rule that is gone is looked for beside the real one, paid or not", () => {
  for (const paid of [[], ["43.20"]]) {
    const order = sampleOrder({ paid });
    const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: [], timeZone: "UTC", entered: true });
    const possible = possibleDocuments({ shop: { domain: "acme.myshopify.com", timeZone: "UTC" }, order, decision, settings: DEFAULT_SETTINGS, existing: [], books: sampleBooks(["TEE"]) });
    expect(possible.filter(({ kind }) => kind === "payment").map(({ part }) => part).sort()).toEqual([...(paid.length > 0 ? ["900"] : []), "marked-5001"]);
  }
});
