import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STOCKED_COMPANY, openCompany, orderForm } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import type { Json } from "../wire/json.ts";

describe("queries that lag a second behind", () => {
  let company: OpenCompany;
  beforeEach(async () => {
    company = await openCompany({ ...STOCKED_COMPANY, switches: { throttling: false, queryLagMs: 1000 } });
  });
  afterEach(() => company.quickbooks.close());

  const found = async (condition = ""): Promise<Json | undefined> => (await company.query(`select * from Invoice ${condition}`)).Invoice;
  const write = () => company.write("/invoice", orderForm());

  it("do not see what was just written, and see it when the second is over; a read by id sees it at once", async () => {
    const { Id } = await write();
    expect(await company.read("invoice", Id)).toMatchObject({ DocNumber: "1001" });
    expect(await found("where DocNumber = '1001'")).toBeUndefined();
    expect(await company.query("select count(*) from Invoice")).toEqual({ totalCount: 0 });
    company.advance({ milliseconds: 999 });
    expect(await found()).toBeUndefined();
    company.advance({ milliseconds: 1 });
    expect(await found("where DocNumber = '1001'")).toMatchObject([{ Id }]);
  });

  it("show a changed row as it was, and a deleted one as if it were there", async () => {
    const { Id } = await write();
    company.advance({ seconds: 5 });
    await company.write("/invoice", { Id, SyncToken: "0", sparse: true, PrivateNote: "first" });
    await company.write("/invoice", { Id, SyncToken: "1", sparse: true, PrivateNote: "second" });
    expect(await found()).toMatchObject([{ SyncToken: "0" }]);
    company.advance({ seconds: 1 });
    expect(await found()).toMatchObject([{ SyncToken: "2", PrivateNote: "second" }]);
    await company.write("/invoice?operation=delete", { Id, SyncToken: "2" });
    expect(await found()).toMatchObject([{ Id, PrivateNote: "second" }]);
    company.advance({ seconds: 1 });
    expect(await found()).toBeUndefined();
  });

  it("forget nothing of a write that was refused, and keep no more than the last second", async () => {
    await company.call("POST", "/invoice", orderForm({ CustomerRef: { value: "99" } }));
    expect(company.quickbooks.company(company.realmId).recentWrites).toEqual({});
    await write();
    company.advance({ seconds: 5 });
    await company.write("/invoice", orderForm({ DocNumber: "1002" }));
    const kept = Object.values(company.quickbooks.company(company.realmId).recentWrites).map(({ entity }) => entity);
    expect(kept.sort()).toEqual(["Customer", "Invoice"]);
  });

  it("see the company's own lists from the beginning", async () => {
    expect(await company.query("select * from Item")).toMatchObject({ Item: [{ Name: "Tee" }, { Name: "Shipping" }] });
  });
});
