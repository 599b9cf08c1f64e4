import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, codeOf, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";

describe("many at once", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(() => company.quickbooks.close());

  it("answers every item of a batch for itself, a refusal as a Fault inside 200", async () => {
    const reply = await company.call("POST", "/batch", {
      BatchItemRequest: [
        { bId: "1", operation: "create", Invoice: orderForm() },
        { bId: "2", operation: "create", Invoice: orderForm() },
        { bId: "3", operation: "update", Customer: { Id: "1", SyncToken: "9", sparse: true, Notes: "x" } },
        { bId: "4", operation: "delete", Invoice: { Id: "1", SyncToken: "0" } },
        { bId: "5", Query: "select count(*) from Invoice" },
      ],
    });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        BatchItemResponse: [
          { bId: "1", Invoice: { Id: "1" } },
          { bId: "2", Fault: { Error: [{ code: "6140" }], type: "ValidationFault" } },
          { bId: "3", Fault: { Error: [{ code: "5010" }] } },
          { bId: "4", Invoice: { status: "Deleted" } },
          { bId: "5", QueryResponse: { totalCount: 0 } },
        ],
      },
    });
  });

  it("refuses a batch of 31 with 1040", async () => {
    const items = Array.from({ length: 31 }, (_, index) => ({ bId: String(index), Query: "select count(*) from Invoice" }));
    expect(codeOf(await company.call("POST", "/batch", { BatchItemRequest: items }))).toBe("1040");
  });

  it("tells what changed or was deleted since a time", async () => {
    const first = await company.write("/invoice", orderForm());
    const second = await company.write("/invoice", orderForm({ DocNumber: "1002" }));
    company.advance({ hours: 1 });
    await company.write("/invoice?operation=delete", { Id: first.Id, SyncToken: "0" });
    await company.write("/invoice", { Id: second.Id, SyncToken: "0", sparse: true, PrivateNote: "x" });
    const { body } = await company.call("GET", "/cdc?entities=Invoice,Estimate&changedSince=2026-11-02T11:00:00-08:00");
    expect(body.CDCResponse).toMatchObject([
      {
        QueryResponse: [
          { Invoice: [{ Id: second.Id, PrivateNote: "x" }, { Id: first.Id, status: "Deleted" }], startPosition: 1, maxResults: 2 },
          {},
        ],
      },
    ]);
    expect(codeOf(await company.call("GET", "/cdc?entities=Invoice&changedSince=2026-09-01"))).toBe("6000");
  });
});
